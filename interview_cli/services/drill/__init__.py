"""The drill and its placement."""
