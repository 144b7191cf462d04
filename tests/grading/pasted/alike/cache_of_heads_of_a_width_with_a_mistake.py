# problem: kv-cache-bytes
# expect: fail
def kv_cache_size(num_layers, num_kv_heads, head_dim, seq_len, batch_size=1, bytes_per_value=2):
    return num_layers * num_kv_heads * head_dim * bytes_per_value * seq_len * batch_size
