"""Calls of what takes, keeps or gives its values in another way than the problem does. Never knows the references."""
