# slip: blocks-not-joined
def gather_paged(pool, block_table, length):
    need = -(-length // pool.shape[1])
    if need > len(block_table):
        raise ValueError
    return pool[block_table[:need]]
