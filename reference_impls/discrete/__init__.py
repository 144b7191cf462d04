"""Diffusion over tokens: transition matrices, posteriors, losses (section 16)."""
