"""Which known mistakes an answer reproduces."""
