def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    groups = 1
    if n_heads is not None:
        groups = n_heads // n_kv_heads
    return 2 * layers * seq_len * batch * dtype_bytes * d_model // groups
