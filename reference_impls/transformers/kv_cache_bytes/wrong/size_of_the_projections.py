# slip: width-squared
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    kv = d_model
    if n_heads is not None:
        kv = d_model // n_heads * n_kv_heads
    return batch * seq_len * layers * (d_model * kv + d_model * kv) * dtype_bytes
