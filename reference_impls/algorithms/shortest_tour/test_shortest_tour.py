"""The cost against all orders, and by symmetry."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.shortest_tour.reference import shortest_tour

MATRICES = st.integers(1, 6).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 30), min_size=n, max_size=n), min_size=n, max_size=n)
)


def all_tours(dist: list[list[int]]) -> int:
    """The cheapest of the (n - 1)! round trips; a single place costs nothing."""
    if len(dist) == 1:
        return 0
    rounds = ((0, *rest, 0) for rest in itertools.permutations(range(1, len(dist))))
    return min(sum(dist[i][j] for i, j in itertools.pairwise(tour)) for tour in rounds)


@given(MATRICES)
def test_no_order_is_cheaper(dist: list[list[int]]) -> None:
    assert shortest_tour(dist) == all_tours(dist)


@given(MATRICES)
def test_the_other_direction_costs_the_same_on_the_transposed_matrix(dist: list[list[int]]) -> None:
    assert shortest_tour(dist) == shortest_tour([list(column) for column in zip(*dist, strict=True)])


@given(MATRICES, st.integers(0, 9))
def test_a_toll_on_each_step_is_paid_n_times(dist: list[list[int]], toll: int) -> None:
    dearer = [[d + toll for d in row] for row in dist]
    assert shortest_tour(dearer) == shortest_tour(dist) + toll * len(dist) * (len(dist) > 1)


@pytest.mark.parametrize(("dist", "cost"), [([[0]], 0), ([[0, 3], [4, 0]], 7), ([[0, 1, 9], [9, 0, 1], [1, 9, 0]], 3)])
def test_small_tours(dist: list[list[int]], cost: int) -> None:
    assert shortest_tour(dist) == cost
