"""Code that comes in several steps, or keeps what it needs between two calls, where a problem asks for one call."""
