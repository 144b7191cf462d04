"""Screens of coding problems."""
