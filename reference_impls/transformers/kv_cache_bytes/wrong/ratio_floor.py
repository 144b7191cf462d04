# slip: ratio-floored
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    total = 2 * dtype_bytes * layers * d_model * seq_len * batch
    if n_heads and n_kv_heads:
        total = total * (n_kv_heads // n_heads)
    return total
