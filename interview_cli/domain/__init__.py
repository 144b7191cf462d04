"""Values and rules; standard library and pydantic only."""
