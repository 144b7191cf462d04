"""The components against scipy's, against the rank of the Laplacian, and under what must not change their number."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from reference_impls.algorithms.count_components.reference import count_components

Graph = tuple[int, list[tuple[int, int]]]
GRAPHS = st.integers(1, 25).flatmap(
    lambda n: st.tuples(st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=40))
)


@given(GRAPHS)
def test_scipy_finds_as_many(graph: Graph) -> None:
    n, edges = graph
    ends = ([a for a, _ in edges], [b for _, b in edges])
    matrix = coo_matrix((np.ones(len(edges)), ends), shape=(n, n))
    assert count_components(n, edges) == connected_components(matrix, directed=False, return_labels=False)


@given(GRAPHS)
def test_it_is_the_dimension_of_the_laplacians_null_space(graph: Graph) -> None:
    n, edges = graph
    laplacian = np.zeros((n, n))
    for a, b in {frozenset(edge) for edge in edges if edge[0] != edge[1]}:
        laplacian[a, a], laplacian[b, b] = laplacian[a, a] + 1, laplacian[b, b] + 1
        laplacian[a, b] = laplacian[b, a] = -1
    assert count_components(n, edges) == n - np.linalg.matrix_rank(laplacian)


@given(GRAPHS)
def test_turned_and_repeated_edges_leave_the_number(graph: Graph) -> None:
    n, edges = graph
    turned = [(b, a) for a, b in reversed(edges)]
    assert count_components(n, turned + edges + edges) == count_components(n, edges)


@pytest.mark.parametrize(
    ("n", "edges", "components"), [(0, [], 0), (1, [], 1), (3, [(1, 1)], 3), (4, [(0, 1), (1, 2), (2, 0)], 2)]
)
def test_small_graphs(n: int, edges: list[tuple[int, int]], components: int) -> None:
    assert count_components(n, edges) == components


def test_a_path_may_be_longer_than_the_recursion_limit() -> None:
    assert count_components(5000, [(i, i + 1) for i in range(4999)]) == 1
