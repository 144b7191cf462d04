"""Processes that live across grades, and who starts them; puts verdict and diagnosis together."""
