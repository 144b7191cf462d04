# problem: paged-kv-lookup
def gather_paged_kv(cache, block_table, seq_len):
    block_size = cache.shape[1]
    needed = (seq_len + block_size - 1) // block_size
    if needed > len(block_table):
        raise ValueError("block table too short")
    return cache[list(block_table[:needed])].flatten(0, 1)[:seq_len]
