"""The answer against all cuts, and how it changes with k and with the order."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.split_array_largest_sum.reference import split_array

NUMBERS = st.lists(st.integers(0, 40), min_size=1, max_size=8)


@given(NUMBERS, st.data())
def test_no_cut_has_a_smaller_largest_sum(nums: list[int], data: st.DataObject) -> None:
    n, k = len(nums), data.draw(st.integers(1, len(nums)))
    cuts = [(0, *inner, n) for inner in itertools.combinations(range(1, n), k - 1)]
    assert split_array(nums, k) == min(max(sum(nums[i:j]) for i, j in itertools.pairwise(cut)) for cut in cuts)


@given(NUMBERS)
def test_one_part_has_the_sum_and_single_numbers_the_maximum(nums: list[int]) -> None:
    assert split_array(nums, 1) == sum(nums)
    assert split_array(nums, len(nums)) == max(nums)


@given(NUMBERS, st.data())
def test_it_is_the_same_from_the_other_end_and_falls_with_k(nums: list[int], data: st.DataObject) -> None:
    k = data.draw(st.integers(1, len(nums)))
    assert split_array(nums, k) == split_array(nums[::-1], k)
    assert k == 1 or split_array(nums, k) <= split_array(nums, k - 1)
