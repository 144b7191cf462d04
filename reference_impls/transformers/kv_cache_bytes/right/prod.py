from math import prod
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    n_heads = n_heads or 1; n_kv_heads = n_kv_heads or n_heads
    return prod((2, dtype_bytes, layers, batch, seq_len, n_kv_heads, d_model // n_heads))
