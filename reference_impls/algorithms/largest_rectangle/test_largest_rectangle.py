"""The area against all rectangles, and by symmetry and scale."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.largest_rectangle.reference import largest_rectangle

BARS = st.lists(st.integers(0, 12), max_size=12)


@given(BARS)
def test_no_other_rectangle_is_larger(heights: list[int]) -> None:
    n = len(heights)
    areas = [min(heights[i:j]) * (j - i) for i in range(n) for j in range(i + 1, n + 1)]
    assert largest_rectangle(heights) == max(areas, default=0)


@given(BARS, st.integers(0, 5))
def test_mirror_image_and_scale(heights: list[int], scale: int) -> None:
    area = largest_rectangle(heights)
    assert largest_rectangle(heights[::-1]) == area
    assert largest_rectangle([scale * height for height in heights]) == scale * area


@given(BARS, BARS)
def test_a_gap_separates_two_histograms(left: list[int], right: list[int]) -> None:
    assert largest_rectangle([*left, 0, *right]) == max(largest_rectangle(left), largest_rectangle(right))


@pytest.mark.parametrize(("heights", "area"), [([], 0), ([0], 0), ([3], 3), ([2, 1, 5, 6, 2, 3], 10), ([2, 2], 4)])
def test_borders(heights: list[int], area: int) -> None:
    assert largest_rectangle(heights) == area
