# slip: one-block-too-many
def gather_paged(pool, block_table, length):
    block = pool.shape[1]
    n = length // block + 1
    if len(block_table) < n:
        raise ValueError("too short")
    return pool[block_table[:n]].flatten(0, 1)[:length]
