"""The heap's answer against sorting, for every k, and the list left as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.kth_smallest.reference import kth_smallest


@given(st.lists(st.integers(-5, 5) | st.floats(-1e300, 1e300), min_size=1, max_size=30))
def test_each_k_gives_that_place_of_the_sorted_list(nums: list[float]) -> None:
    before = list(nums)
    assert [kth_smallest(nums, k) for k in range(1, len(nums) + 1)] == sorted(nums)
    assert nums == before


@given(st.lists(st.integers(), max_size=6), st.integers(-9, 9))
def test_every_other_k_is_refused(nums: list[float], k: int) -> None:
    if 1 <= k <= len(nums):
        assert kth_smallest(nums, k) in nums
    else:
        with pytest.raises(ValueError, match=f"got {k}"):
            kth_smallest(nums, k)


def test_integers_stay_exact_beyond_floats() -> None:
    assert kth_smallest([2**60 + 3, 2**60 + 1, 2**60 + 2], 2) == 2**60 + 2
