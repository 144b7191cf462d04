# slip: narrow-floats
import torch


def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    width = d_model if n_heads is None else d_model // n_heads * n_kv_heads
    return int(torch.prod(torch.Tensor([2, dtype_bytes, layers, width, seq_len, batch])))
