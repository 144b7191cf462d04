"""The mock interview."""
