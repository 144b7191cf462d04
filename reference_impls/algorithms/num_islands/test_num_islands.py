"""The islands against scipy's labelling, and under what must not change their number."""

from __future__ import annotations

from copy import deepcopy

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.ndimage import label

from reference_impls.algorithms.num_islands.reference import num_islands

Grid = list[list[int]]
GRIDS = st.tuples(st.integers(1, 7), st.integers(1, 7)).flatmap(
    lambda shape: st.lists(
        st.lists(st.integers(0, 1), min_size=shape[1], max_size=shape[1]), min_size=1, max_size=shape[0]
    )
)


@given(GRIDS)
def test_scipy_labels_as_many(grid: Grid) -> None:
    assert num_islands(grid) == label(np.array(grid))[1]


@given(GRIDS)
def test_strings_count_like_numbers_and_nothing_is_modified(grid: Grid) -> None:
    before = deepcopy(grid)
    assert num_islands([[str(cell) for cell in row] for row in grid]) == num_islands(grid)
    assert grid == before


@given(GRIDS)
def test_turning_and_mirroring_leave_the_number(grid: Grid) -> None:
    mirrored = [row[::-1] for row in grid]
    transposed = [list(column) for column in zip(*grid, strict=True)]
    assert num_islands(mirrored) == num_islands(transposed) == num_islands(grid)


@pytest.mark.parametrize(
    ("grid", "islands"),
    [([], 0), ([[]], 0), ([[1]], 1), ([["0"]], 0), ([[1, 0], [0, 1]], 2), ([["1", "1"], ["0", "1"]], 1)],
)
def test_small_grids(grid: Grid, islands: int) -> None:
    assert num_islands(grid) == islands


def test_an_island_may_be_larger_than_the_recursion_limit() -> None:
    assert num_islands([[1] * 100 for _ in range(100)]) == 1
