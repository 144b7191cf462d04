"""Inference and serving: quantisation, caches, decoding (section 21)."""
