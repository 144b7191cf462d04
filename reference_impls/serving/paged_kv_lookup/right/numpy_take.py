import numpy as np


def gather_paged(pool, block_table, length):
    pool = np.asarray(pool)
    block = pool.shape[1]
    if length > len(block_table) * block:
        raise ValueError("too few blocks")
    t = np.arange(length)
    ids = np.array(block_table, dtype=int)
    return pool[ids[t // block], t % block]
