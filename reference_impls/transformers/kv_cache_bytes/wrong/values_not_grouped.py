# slip: one-of-both-grouped
"""layers=1, d_model=64, seq_len=1, batch=1, n_heads=8, n_kv_heads=2: gives 160 instead of 64."""


def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2, n_heads=None, n_kv_heads=None):
    k_width = v_width = d_model
    if n_heads is not None:
        head_dim = d_model // n_heads
        k_width = n_kv_heads * head_dim
        v_width = n_heads * head_dim
    return layers * batch * seq_len * dtype_bytes * (k_width + v_width)
