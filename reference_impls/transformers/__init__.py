"""Attention, positions, caches (sections 1, 7)."""
