"""The total against all orders of bursting, and by symmetry."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.burst_balloons.reference import max_coins


def coins(nums: list[int], order: tuple[int, ...]) -> int:
    """What bursting in this order earns."""
    left, total = list(range(-1, len(nums) + 1)), 0
    values = {-1: 1, len(nums): 1, **dict(enumerate(nums))}
    for balloon in order:
        i = left.index(balloon)
        total += values[left[i - 1]] * values[balloon] * values[left[i + 1]]
        del left[i]
    return total


def triangulated(corners: list[int]) -> int:
    """The largest sum of the products of corners over all ways to cut a polygon into triangles."""
    if len(corners) < 3:
        return 0
    first, last = corners[0], corners[-1]
    tips = range(1, len(corners) - 1)
    return max(triangulated(corners[: i + 1]) + first * corners[i] * last + triangulated(corners[i:]) for i in tips)


@given(st.lists(st.integers(0, 9), max_size=6))
def test_no_order_earns_more(nums: list[int]) -> None:
    assert max_coins(nums) == max(coins(nums, order) for order in itertools.permutations(range(len(nums))))


@given(st.lists(st.integers(0, 99), max_size=9))
def test_it_is_the_same_from_the_other_end_and_zeros_earn_nothing(nums: list[int]) -> None:
    assert max_coins(nums) == max_coins(nums[::-1]) == max_coins([number for number in nums if number])


@given(st.lists(st.integers(0, 9), max_size=6), st.integers(0, 7))
def test_it_is_a_polygon_cut_into_triangles_so_turning_it_changes_nothing(nums: list[int], turn: int) -> None:
    """With the borders as two more corners, each burst is a triangle; any balloon may be the border in place of a 1."""
    corners = [1, *nums, 1]
    turn %= len(corners)
    assert triangulated([*corners[turn:], *corners[:turn]]) == max_coins(nums)


@pytest.mark.parametrize(("nums", "most"), [([], 0), ([7], 7), ([2, 5], 15), ([3, 1, 5, 8], 167), ([1, 1, 1], 3)])
def test_known_lists(nums: list[int], most: int) -> None:
    assert max_coins(nums) == most
