"""Reading a paged key-value cache (Kwon et al. 2023, PagedAttention, arXiv:2309.06180, section 4.2).

    token t of the sequence lies in block  block_table[t // block],  slot  t mod block

All sequences share one pool of blocks. A sequence has a table of the blocks that it owns, in the order of its tokens; where they
lie in the pool says nothing. Only the last block can be partly empty, so at most block - 1 slots are wasted per sequence.

Shapes: pool (n_blocks, block, d), block_table a list of at least ceil(length / block) ids; what follows is padding.
Returns: (length, d), in the order of the tokens. Raises: ValueError if the table is too short.
"""

from torch import Tensor


def gather_paged(pool: Tensor, block_table: list[int], length: int) -> Tensor:
    """The first `length` entries of the sequence."""
    block = pool.shape[1]
    needed = -(-length // block)  # ceil
    if needed > len(block_table):
        raise ValueError(f"{length} tokens need {needed} blocks; the table has {len(block_table)}")
    pages = pool[block_table[:needed]]  # (needed, block, d)
    return pages.flatten(0, 1)[:length]  # (length, d)
