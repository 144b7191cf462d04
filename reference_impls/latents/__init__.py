"""Autoencoders: their losses, samples and codes (section 8)."""
