"""What code looks up by name, in a config or in options, or has fixed for itself, where a problem gives it."""
