"""Patches, conditioning and blocks of diffusion transformers (section 14)."""
