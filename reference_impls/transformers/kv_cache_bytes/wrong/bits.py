# slip: in-bits
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    d = d_model if n_heads is None else d_model // n_heads * n_kv_heads
    return 2 * layers * d * seq_len * batch * dtype_bytes * 8
