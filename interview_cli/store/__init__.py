"""The event log on disk: SQLite, append-only."""
