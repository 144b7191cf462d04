# slip: none
import torch


def gather_paged(pool, block_table, length):
    block, d = pool.shape[1:]
    if length > block * len(block_table):
        raise ValueError
    return torch.stack([pool[block_table[t // block], t % block] for t in range(length)])
