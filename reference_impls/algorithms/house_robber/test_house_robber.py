"""The sum against all subsets without neighbors, and by symmetry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.house_robber.reference import rob

ROWS = st.lists(st.integers(0, 50), max_size=11)


@given(ROWS)
def test_no_subset_without_neighbors_is_worth_more(nums: list[int]) -> None:
    """Bits of a mask say which are taken; mask & (mask >> 1) finds neighbors."""
    masks = [mask for mask in range(2 ** len(nums)) if not mask & (mask >> 1)]
    assert rob(nums) == max(sum(value for i, value in enumerate(nums) if mask >> i & 1) for mask in masks)


@given(ROWS)
def test_it_is_the_same_from_the_other_end(nums: list[int]) -> None:
    assert rob(nums) == rob(nums[::-1])


@given(ROWS, ROWS)
def test_a_worthless_house_separates_two_rows(left: list[int], right: list[int]) -> None:
    assert rob([*left, 0, *right]) == rob(left) + rob(right)


@pytest.mark.parametrize(("nums", "total"), [([], 0), ([5], 5), ([2, 1], 2), ([2, 1, 1, 2], 4), ([3, 5, 3], 6)])
def test_borders(nums: list[int], total: int) -> None:
    assert rob(nums) == total
