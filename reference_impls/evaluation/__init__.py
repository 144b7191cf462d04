"""Evaluation of generative models (section 18)."""
