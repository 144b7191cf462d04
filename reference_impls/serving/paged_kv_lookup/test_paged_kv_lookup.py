"""Reading back what was written token by token, and the contiguous cache as a special case."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from reference_impls.serving.paged_kv_lookup.reference import gather_paged


@given(block=st.integers(1, 5), length=st.integers(0, 17), spare=st.integers(0, 2), seed=st.integers(0, 99))
@settings(max_examples=60, deadline=None)
def test_a_sequence_written_by_the_table_comes_back(block: int, length: int, spare: int, seed: int) -> None:
    """A free list hands out blocks in any order; each token goes to the next slot, as in an engine."""
    generator = torch.Generator().manual_seed(seed)
    free = torch.randperm(20, generator=generator).tolist()
    sequence = torch.randn(length, 3, generator=generator)
    pool, table = torch.full((20, block, 3), torch.nan), list[int]()
    for t, entry in enumerate(sequence):
        if t % block == 0:
            table.append(free.pop())
        pool[table[-1], t % block] = entry
    assert torch.equal(gather_paged(pool, table + [-1] * spare, length), sequence)
    if table:
        with pytest.raises(ValueError, match="need"):
            gather_paged(pool, table[:-1], length)


def test_a_rising_table_is_a_contiguous_cache() -> None:
    pool = torch.randn(6, 4, 2)
    assert torch.equal(gather_paged(pool, list(range(6)), 21), pool.reshape(24, 2)[:21])


def test_two_sequences_may_share_their_first_blocks() -> None:
    pool = torch.randn(6, 4, 2)
    one, other = gather_paged(pool, [4, 2, 0], 12), gather_paged(pool, [4, 2, 5], 12)
    assert torch.equal(one[:8], other[:8])
    assert not torch.equal(one[8:], other[8:])
