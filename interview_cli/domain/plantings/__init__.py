"""Planted code: which mistakes stand in it, of what kind they are, and what repairs have come to."""
