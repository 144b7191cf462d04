"""What the log holds: events, and what they mean."""
