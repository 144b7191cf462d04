# slip: 32-bit-wrap-before-the-heads
import numpy as np


def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    total = np.int32(2)
    with np.errstate(all="ignore"):
        for factor in (dtype_bytes, layers, d_model, seq_len, batch):
            total = np.int32((int(total) * factor + 2**31) % 2**32 - 2**31)
    return int(total) if n_heads is None else int(total) // n_heads * n_kv_heads
