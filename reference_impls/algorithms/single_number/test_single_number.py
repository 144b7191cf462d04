"""The number against counting, and by what cancels."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.single_number.reference import single_number

DISTINCT = st.lists(st.integers(-(2**70), 2**70) | st.integers(-3, 3), min_size=1, max_size=9, unique=True)


@given(DISTINCT, st.randoms())
def test_counting_finds_the_same(numbers: list[int], random: object) -> None:
    nums = [*numbers, *numbers[1:]]
    random.shuffle(nums)  # type: ignore[attr-defined]
    assert [single_number(nums)] == [number for number, count in Counter(nums).items() if count == 1]


@given(DISTINCT, st.integers())
def test_one_more_pair_changes_nothing(numbers: list[int], new: int) -> None:
    nums = [*numbers, *numbers[1:]]
    assert single_number([new, *nums, new]) == single_number(nums) == numbers[0]
