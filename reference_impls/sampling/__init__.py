"""Samplers and guidance: solver steps, DDIM, classifier-free guidance (section 12)."""
