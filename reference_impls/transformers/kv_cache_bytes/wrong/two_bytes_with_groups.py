# slip: two-bytes-with-groups
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    tokens = seq_len * batch
    if n_heads is None and n_kv_heads is None:
        return 2 * dtype_bytes * layers * d_model * tokens
    head_dim = d_model // n_heads
    kv_dim = n_kv_heads * head_dim
    # K and V, 2 bytes each
    return 2 * 2 * layers * kv_dim * tokens
