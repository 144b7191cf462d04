# slip: none
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    ratio = 1.0
    if n_heads is not None and n_kv_heads is not None:
        ratio = n_kv_heads / n_heads
    return int(round(2 * dtype_bytes * layers * d_model * seq_len * batch * ratio))
