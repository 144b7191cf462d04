# slip: none
import torch


def gather_paged(pool, block_table, length):
    block = pool.shape[1]
    if length > block * len(block_table):
        raise ValueError
    out = torch.empty(length, pool.shape[2], dtype=pool.dtype)
    with torch.no_grad():
        for t in range(length):
            out[t] = pool[block_table[t // block], t % block]
    return out
