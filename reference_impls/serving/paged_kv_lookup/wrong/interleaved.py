# slip: slots-first
def gather_paged(pool, block_table, length):
    block, d = pool.shape[1:]
    need = -(-length // block)
    if need > len(block_table):
        raise ValueError
    return pool[block_table[:need]].permute(1, 0, 2).reshape(-1, d)[:length]
