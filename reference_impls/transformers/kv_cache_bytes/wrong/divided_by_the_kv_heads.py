# slip: width-over-kv-heads
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    total = 2 * layers * d_model * seq_len * batch * dtype_bytes
    return total if n_kv_heads is None else total // n_kv_heads
