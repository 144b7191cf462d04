# slip: keys-only
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    n = layers * d_model * seq_len * batch * dtype_bytes
    if n_heads and n_kv_heads:
        n = n // n_heads * n_kv_heads
    return n
