# slip: narrow-floats-with-groups
import torch


def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    width = d_model
    if n_heads is not None:
        width = n_kv_heads * (d_model / n_heads)
    factors = torch.tensor([2, dtype_bytes, layers, width, seq_len, batch])
    return int(factors.prod().item())
