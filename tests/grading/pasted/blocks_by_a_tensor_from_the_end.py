# problem: paged-kv-lookup
# expect: fail
import torch


def read_pages(pool, page_table, length):
    page = pool.shape[1]
    needed = -(-length // page)
    if page_table.numel() < needed:
        raise ValueError("the table is too short")
    pages = page_table[:needed].to(device=pool.device, dtype=torch.long)
    return pool.index_select(0, pages).reshape(-1, pool.shape[-1])[-length:]
