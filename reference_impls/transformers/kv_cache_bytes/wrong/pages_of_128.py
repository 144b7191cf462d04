# slip: pages-of-128
import math


def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    per_token = 2 * layers * d_model * dtype_bytes
    if n_heads:
        per_token = per_token * n_kv_heads // n_heads
    return per_token * batch * math.ceil(seq_len / 128) * 128
