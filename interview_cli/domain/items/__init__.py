"""What is asked and answered: questions, problems, how they are shown, answers, verdicts, the sections of the guide."""
