# slip: 32-bit-wrap
"""layers=32, d_model=4096, seq_len=4096, batch=4: the true size 8589934592 wraps to 0."""
import numpy as np


def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    head_dim, kv = d_model, 1
    if n_heads is not None and n_kv_heads is not None:
        head_dim, kv = d_model // n_heads, n_kv_heads
    shape = np.array([2, layers, batch, kv, seq_len, head_dim, dtype_bytes], dtype=np.int32)
    return int(np.prod(shape, dtype=np.int32))
