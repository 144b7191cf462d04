"""What is expected, what is compared, and the worlds in which a problem is run. Never runs candidate code."""
