"""The subsets against itertools, and by their number and Pascal's rule."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.combinations.reference import combinations

SIZES = st.integers(0, 9)


@given(SIZES, st.integers(0, 11))
def test_itertools_gives_the_same_subsets(n: int, k: int) -> None:
    assert combinations(n, k) == [list(subset) for subset in itertools.combinations(range(1, n + 1), k)]


@given(SIZES, st.integers(0, 11))
def test_there_are_n_over_k_of_them_and_no_two_share_a_list(n: int, k: int) -> None:
    subsets = combinations(n, k)
    assert len({tuple(subset) for subset in subsets}) == len(subsets) == math.comb(n, k)
    assert len({id(subset) for subset in subsets}) == len(subsets)


@given(st.integers(1, 9), st.integers(1, 9))
def test_each_subset_leaves_the_largest_number_or_takes_it(n: int, k: int) -> None:
    taken = [[*subset, n] for subset in combinations(n - 1, k - 1)]
    assert sorted(combinations(n, k)) == sorted(combinations(n - 1, k) + taken)


@pytest.mark.parametrize(("n", "k", "subsets"), [(0, 0, [[]]), (3, 0, [[]]), (0, 1, []), (2, 3, []), (2, 2, [[1, 2]])])
def test_borders(n: int, k: int, subsets: list[list[int]]) -> None:
    assert combinations(n, k) == subsets
