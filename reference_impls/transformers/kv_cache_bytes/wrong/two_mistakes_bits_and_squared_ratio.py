# slip: none
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    w = d_model
    if n_heads:
        w = w * n_kv_heads ** 2 // n_heads ** 2
    return 2 * layers * batch * seq_len * w * dtype_bytes * 8
