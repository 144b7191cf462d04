"""The `interview` program: `cli` over adapters over `services` over `domain`."""

__version__ = "0.1.0"
