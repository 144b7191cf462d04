"""Losses, normalisation, estimators and other fundamentals (section 2)."""
