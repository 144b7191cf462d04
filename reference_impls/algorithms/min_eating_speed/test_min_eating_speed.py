"""The binary search against its definition: this speed is in time, the next lower one is not."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.min_eating_speed.reference import min_eating_speed


def hours(piles: list[int], speed: int) -> int:
    return sum(ceil(Fraction(pile, speed)) for pile in piles)


@given(st.lists(st.integers(1, 40) | st.integers(1, 2**70), min_size=1, max_size=8), st.integers(0, 60))
def test_it_is_in_time_and_one_less_is_not(piles: list[int], spare: int) -> None:
    h = len(piles) + spare
    speed = min_eating_speed(piles, h)
    assert hours(piles, speed) <= h
    assert speed == 1 or hours(piles, speed - 1) > h


@given(st.lists(st.integers(1, 30), min_size=1, max_size=6), st.integers(0, 80))
def test_a_search_from_one_upwards_finds_the_same(piles: list[int], spare: int) -> None:
    h = len(piles) + spare
    found = next(speed for speed in range(1, max(piles) + 1) if hours(piles, speed) <= h)
    assert min_eating_speed(piles, h) == found


@pytest.mark.parametrize(("piles", "h", "speed"), [([7], 1, 7), ([7], 7, 1), ([7], 6, 2), ([3, 9, 2], 3, 9)])
def test_known_speeds(piles: list[int], h: int, speed: int) -> None:
    assert min_eating_speed(piles, h) == speed
