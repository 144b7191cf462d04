# problem: kv-cache-bytes
# says: your head_dim is d_model / n_heads
def kv_cache_size(num_layers, num_kv_heads, head_dim, seq_len, batch_size=1, bytes_per_value=2):
    per_token = 2 * num_layers * num_kv_heads * head_dim * bytes_per_value
    return per_token * seq_len * batch_size
