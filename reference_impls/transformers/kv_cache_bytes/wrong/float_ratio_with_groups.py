# slip: product-times-float-ratio
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    total = 2 * layers * d_model * seq_len * batch * dtype_bytes
    if n_kv_heads:
        ratio = n_kv_heads / n_heads
        total = int(total * ratio)
    return total
