# slip: too-short-assertion
def gather_paged(pool, block_table, length):
    block = pool.shape[1]
    assert length <= block * len(block_table)
    return pool[block_table[: -(-length // block)]].flatten(0, 1)[:length]
