# slip: full-blocks-alone
import torch


def gather_paged(pool, block_table, length):
    block = pool.shape[1]
    if length > block * len(block_table):
        raise ValueError
    parts = [pool[block_table[i]] for i in range(length // block)]
    return torch.cat([pool[0, :0], *parts])
