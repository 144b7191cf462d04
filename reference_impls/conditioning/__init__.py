"""Conditioning: embeddings, modulation, guidance, adapters (sections 13, 14)."""
