"""Memory: FSRS-6 and what follows from a history of reviews; standard library only."""
