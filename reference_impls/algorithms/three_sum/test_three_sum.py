"""The two pointers against all choices of three places, each triplet once, and the list left as it was."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.three_sum.reference import three_sum


@given(
    st.lists(st.integers(-4, 4), max_size=14)
    | st.lists(st.integers(-30, 30), max_size=25)
    | st.lists(st.sampled_from([2**60, -(2**60), 1 - 2**60, -1, 0, 1]), max_size=9)
)
def test_it_lists_what_all_choices_of_three_places_give_each_once(nums: list[int]) -> None:
    before = list(nums)
    every = {tuple(sorted(triplet)) for triplet in combinations(nums, 3) if sum(triplet) == 0}
    assert sorted(three_sum(nums)) == sorted(every)
    assert nums == before
