"""Preference and policy losses (section 22)."""
