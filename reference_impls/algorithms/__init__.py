"""Data structures and algorithms (section 1)."""
