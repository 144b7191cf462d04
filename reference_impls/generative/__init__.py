"""Autoregressive, adversarial and other generative fundamentals (section 3)."""
