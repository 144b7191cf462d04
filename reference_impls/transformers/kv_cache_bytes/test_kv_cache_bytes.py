"""The cache formula agrees with the bytes of real tensors, with a published number, and stays exact."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.transformers.kv_cache_bytes.reference import kv_cache_bytes


@pytest.mark.parametrize("dtype", [torch.float16, torch.float32, torch.uint8])
@pytest.mark.parametrize(("n_heads", "n_kv_heads"), [(6, 6), (6, 3), (6, 1)])
def test_it_is_the_size_of_the_tensors(dtype: torch.dtype, n_heads: int, n_kv_heads: int) -> None:
    layers, width, tokens, batch = 3, 24, 5, 2
    shape = (layers, 2, batch, n_kv_heads, tokens, width // n_heads)
    cache = torch.zeros(shape, dtype=dtype)
    size = torch.empty((), dtype=dtype).element_size()
    assert kv_cache_bytes(layers, width, tokens, batch, size, n_heads, n_kv_heads) == cache.untyped_storage().nbytes()


def test_opt_13b_needs_800_kib_a_token() -> None:
    """Kwon et al. 2023, section 3."""
    assert kv_cache_bytes(40, 5120, 1, 1) == 800 * 1024


@given(
    st.integers(1, 200),
    st.integers(1, 999),
    st.integers(1, 10**7),
    st.integers(1, 10**5),
    st.integers(1, 8),
    st.integers(1, 99),
)
def test_one_of_n_heads_takes_one_nth_exactly(
    layers: int, head: int, tokens: int, batch: int, size: int, n_heads: int
) -> None:
    whole = kv_cache_bytes(layers, head * n_heads, tokens, batch, size)
    part = kv_cache_bytes(layers, head * n_heads, tokens, batch, size, n_heads, 1)
    assert part * n_heads == whole
