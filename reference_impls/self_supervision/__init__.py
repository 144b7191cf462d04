"""Contrastive and other self-supervised losses (section 6)."""
