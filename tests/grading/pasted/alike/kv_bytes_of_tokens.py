# problem: kv-cache-bytes
# expect: invalid
# says: Your code also needs N, which the problem doesn't give
# not: yours has no such parameter
def kv_cache_bytes(N, n_layers, n_heads_kv, d_head, dtype=2):
    return 2 * N * n_layers * n_heads_kv * d_head * dtype
