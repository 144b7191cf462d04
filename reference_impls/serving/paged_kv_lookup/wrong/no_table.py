# slip: table-ignored
def gather_paged(pool, block_table, length):
    n, block, d = pool.shape
    if length > block * len(block_table):
        raise ValueError
    return pool.reshape(n * block, d)[:length]
