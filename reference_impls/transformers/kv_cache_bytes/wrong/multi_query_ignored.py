# slip: single-kv-head-ignored
"""layers=1, d_model=64, seq_len=1, batch=1, n_heads=8, n_kv_heads=1: gives 256 instead of 32."""


def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    if n_heads and n_kv_heads and n_kv_heads > 1:
        width = d_model // n_heads * n_kv_heads
    else:
        width = d_model
    return 2 * layers * batch * seq_len * width * dtype_bytes
