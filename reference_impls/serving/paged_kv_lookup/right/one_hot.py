import torch


def gather_paged(pool, block_table, length):
    n, block, d = pool.shape
    if len(block_table) * block < length:
        raise ValueError
    pick = torch.zeros(length, n * block, dtype=pool.dtype)
    for t in range(length):
        page, slot = divmod(t, block)
        pick[t, block_table[page] * block + slot] = 1
    return pick @ pool.reshape(n * block, d)
