# slip: too-short-index-error
import torch


def gather_paged(pool, block_table, length):
    block, d = pool.shape[1:]
    out = [pool[block_table[t // block], t % block] for t in range(length)]
    return torch.stack(out) if out else pool.new_empty(0, d)
