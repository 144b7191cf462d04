# slip: four-bytes-by-default
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=4, n_heads=None, n_kv_heads=None):
    kv_width = d_model if n_kv_heads is None else d_model * n_kv_heads // n_heads
    return 2 * layers * kv_width * seq_len * batch * dtype_bytes
