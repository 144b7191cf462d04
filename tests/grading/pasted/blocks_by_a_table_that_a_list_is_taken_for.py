# problem: paged-kv-lookup
# expect: fail
# not: where it should raise
import torch


def gather_paged(pool, block_table, length):
    ids = block_table.to_dense()[: -(-length // pool.shape[1])]
    return pool[ids].flatten(0, 1)[:length]
