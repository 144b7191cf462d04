# slip: pages-of-16
# witness: kv_cache_bytes(32, 4096, 1000, 1) is 524288000, this gives 528482304
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    block = 16
    tokens = (seq_len + block - 1) // block * block
    if n_heads is None:
        width = d_model
    else:
        width = d_model // n_heads * n_kv_heads
    return 2 * layers * batch * tokens * width * dtype_bytes
