# slip: last-entries
def gather_paged(pool, block_table, length):
    block, d = pool.shape[1:]
    need = -(-length // block)
    if need > len(block_table):
        raise ValueError
    flat = pool[block_table[:need]].reshape(need * block, d)
    return flat[flat.shape[0] - length :]
