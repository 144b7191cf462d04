"""Screens of the drill."""
