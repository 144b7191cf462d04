"""Diffusion and flow models: losses, schedules, samplers (sections 9-12, 16)."""
