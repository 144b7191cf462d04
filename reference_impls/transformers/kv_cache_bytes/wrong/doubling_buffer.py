# slip: length-to-a-power-of-two
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    capacity = 1
    while capacity < seq_len:
        capacity *= 2
    kv_width = d_model if n_kv_heads is None else n_kv_heads * (d_model // n_heads)
    return batch * capacity * layers * 2 * kv_width * dtype_bytes
