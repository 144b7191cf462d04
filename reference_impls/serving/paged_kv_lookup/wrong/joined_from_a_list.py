# slip: length-zero-refused
import torch


def gather_paged(pool, block_table, length):
    size = pool.size(1)
    if len(block_table) * size < length:
        raise ValueError("the table is too short")
    found = []
    for start in range(0, length, size):
        found.append(pool[block_table[start // size], : length - start])
    return torch.cat(found)
