# problem: paged-kv-lookup
# says: your block_size is how many slots a block of pool has
import numpy as np


class DiagnosticError(ValueError):
    pass


def gather_paged(cache, block_table, consumed, *, block_size):
    """Normalize physical pages to logical [token, channel]."""
    if cache.ndim != 3 or cache.shape[1] != block_size:
        raise DiagnosticError("unsupported cache layout")
    table = np.asarray(block_table, dtype=np.int64)
    count = (consumed + block_size - 1) // block_size
    if table.ndim != 1 or len(table) < count:
        raise DiagnosticError("incomplete logical page table")
    ids = table[:count]
    if np.any(ids < 0) or np.any(ids >= cache.shape[0]):
        raise DiagnosticError("invalid physical page")
    return cache[ids.tolist()].reshape(-1, cache.shape[-1])[:consumed]
