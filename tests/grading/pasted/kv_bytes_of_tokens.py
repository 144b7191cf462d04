# problem: kv-cache-bytes
# expect: invalid
# says: Your code needs N, n_layers, n_heads_kv and d_head: the problem gives layers, d_model, seq_len, batch
# not: yours has no such parameter
def kv_cache_bytes(N, n_layers, n_heads_kv, d_head, dtype=2):
    return 2 * N * n_layers * n_heads_kv * d_head * dtype
