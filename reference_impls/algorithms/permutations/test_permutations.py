"""The permutations against itertools, by their number, and by how a longer list follows from a shorter one."""

from __future__ import annotations

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.permutations.reference import permutations

NUMBERS = st.lists(st.integers(-9, 9), max_size=5, unique=True)


@given(NUMBERS)
def test_itertools_gives_the_same(nums: list[int]) -> None:
    assert permutations(nums) == [list(each) for each in itertools.permutations(nums)]


@given(NUMBERS)
def test_there_are_n_factorial_of_them_and_no_two_share_a_list(nums: list[int]) -> None:
    found = permutations(nums)
    assert len({tuple(each) for each in found}) == len({id(each) for each in found}) == math.factorial(len(nums))


@given(NUMBERS)
def test_one_number_more_goes_into_every_place(nums: list[int]) -> None:
    longer = [[*shorter[:i], 99, *shorter[i:]] for shorter in permutations(nums) for i in range(len(nums) + 1)]
    assert sorted(permutations([*nums, 99])) == sorted(longer)
