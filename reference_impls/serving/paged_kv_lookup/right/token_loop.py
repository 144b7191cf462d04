import torch


def gather_paged(pool, block_table, length):
    n_blocks, block, d = pool.shape
    if length > block * len(block_table):
        raise ValueError("table too short")
    rows = [pool[block_table[t // block], t % block] for t in range(length)]
    return torch.stack(rows) if rows else pool.new_zeros((0, d))
