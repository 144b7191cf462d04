# slip: none
def gather_paged(pool, block_table, length):
    block, d = pool.shape[1:]
    return pool[block_table[: length // block]].reshape(-1, d)
