# slip: too-short-is-silent
def gather_paged(pool, block_table, length):
    block, d = pool.shape[1:]
    used = block_table[: (length + block - 1) // block]
    return pool[used].reshape(-1, d)[:length]
