"""The prefix sums against the sums of all subarrays, and the list left as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.subarray_sum.reference import subarray_sum


def by_all_subarrays(nums: list[int], k: int) -> int:
    return sum(sum(nums[i:j]) == k for i in range(len(nums)) for j in range(i + 1, len(nums) + 1))


@given(st.lists(st.integers(-3, 3), max_size=30), st.integers(-5, 5))
def test_it_counts_what_all_subarrays_sum_to(nums: list[int], k: int) -> None:
    before = list(nums)
    assert subarray_sum(nums, k) == by_all_subarrays(nums, k)
    assert nums == before


@given(st.lists(st.integers(-3, 3), max_size=20))
def test_over_all_k_every_subarray_counts_once(nums: list[int]) -> None:
    n = len(nums)
    assert sum(subarray_sum(nums, k) for k in range(-3 * n, 3 * n + 1)) == n * (n + 1) // 2


@pytest.mark.parametrize(
    ("nums", "k", "count"), [([], 0, 0), ([0, 0, 0], 0, 6), ([5], 0, 0), ([2**60, 1, -(2**60)], 1, 2)]
)
def test_known_counts(nums: list[int], k: int, count: int) -> None:
    assert subarray_sum(nums, k) == count
