# problem: paged-kv-lookup
# expect: fail
# says: Your code returns fewer entries than `length` when the table is too short.
# says: Your code raises an error when `length` is 0
import torch


def gather_paged(pool, block_table, length):
    size = pool.size(1)
    blocks = [pool[index] for index in block_table[: -(-length // size)]]
    return torch.cat(blocks)[:length]
