"""Grading of code in processes of its own."""
