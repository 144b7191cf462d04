# slip: none
def gather_paged(pool, block_table, length):
    block, d = pool.shape[1:]
    need = -(-length // block)
    if need > len(block_table):
        raise ValueError
    return pool[sorted(block_table[:need])].reshape(-1, d)
