# problem: kv-cache-bytes
# expect: fail
# says: right for what it covers
# says: The problem also asks for n_heads and n_kv_heads
def kv_cache_bytes(layers, d_model, seq_len, batch, dtype_bytes=2):
    return 2 * layers * d_model * seq_len * batch * dtype_bytes

print(kv_cache_bytes(32, 4096, 4096, 1) / 2**30, "GiB")
