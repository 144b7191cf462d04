"""Grading and solving coding problems."""
