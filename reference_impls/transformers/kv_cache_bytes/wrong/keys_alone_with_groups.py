# slip: keys-alone-with-groups
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    if n_heads is None or n_kv_heads is None:
        return 2 * layers * d_model * seq_len * batch * dtype_bytes
    head = d_model // n_heads
    return layers * n_kv_heads * head * seq_len * batch * dtype_bytes
