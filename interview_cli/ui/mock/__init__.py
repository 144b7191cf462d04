"""Screens of the mock interview."""
