# slip: table-of-full-blocks-refused
import torch


def gather_paged(pool, block_table, length):
    nb, bs, dim = pool.shape
    if length == 0:
        return pool.new_zeros(0, dim)
    needed = length // bs + 1
    if len(block_table) < needed:
        raise ValueError("not enough blocks")
    pages = [pool[b] for b in block_table[:-(-length // bs)]]
    return torch.cat(pages, dim=0)[:length]
