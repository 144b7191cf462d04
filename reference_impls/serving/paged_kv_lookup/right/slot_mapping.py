import torch


def gather_paged(pool, block_table, length):
    """A flat cache and a slot mapping, as serving engines have it."""
    block_size = pool.size(1)
    if (length + block_size - 1) // block_size > len(block_table):
        raise ValueError(f"block table of {len(block_table)} is too short for {length}")
    positions = torch.arange(length)
    table = torch.tensor(block_table, dtype=torch.long)
    slot_mapping = table[positions // block_size] * block_size + positions % block_size
    return pool.view(-1, pool.size(2)).index_select(0, slot_mapping)
