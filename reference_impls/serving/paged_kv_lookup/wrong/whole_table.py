# slip: padding-read
import torch


def gather_paged(pool, block_table, length):
    block = pool.shape[1]
    if len(block_table) * block < length:
        raise ValueError
    flat = torch.cat([pool[0, :0]] + [pool[i] for i in block_table])
    return flat[:length]
