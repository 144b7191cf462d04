"""Optimisers, averages, precision, memory (sections 19, 20)."""
