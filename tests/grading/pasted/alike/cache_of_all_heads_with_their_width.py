# problem: kv-cache-bytes
# expect: fail
def kv_cache_size(num_layers, num_heads, num_kv_heads, head_dim, seq_len, batch_size=1, dtype_bytes=2):
    return 2 * num_layers * num_heads * head_dim * dtype_bytes * seq_len * batch_size
