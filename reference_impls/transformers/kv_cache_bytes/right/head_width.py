from math import prod


def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    if n_kv_heads is None:
        n_heads = n_kv_heads = 1
    head_dim = d_model // n_heads
    per_token = 2 * layers * n_kv_heads * head_dim * dtype_bytes
    return prod([per_token, seq_len, batch])
