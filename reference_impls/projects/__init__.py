"""Small projects that train in seconds, and the mistakes that can be planted in them: see README.md."""
