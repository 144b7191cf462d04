"""Language models: losses, decoding, scaling (sections 3, 17)."""
