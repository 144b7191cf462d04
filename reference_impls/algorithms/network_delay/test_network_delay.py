"""The delay against scipy's shortest paths, against all paths of small networks, and under scaling."""

from __future__ import annotations

from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse.csgraph import csgraph_from_dense, dijkstra

from reference_impls.algorithms.network_delay.reference import network_delay

Network = tuple[list[tuple[int, int, int]], int, int]


def networks(most: int, edges: int) -> st.SearchStrategy[Network]:
    """Edges with loops, repetitions and zero weights; the number of nodes; a start."""
    return st.integers(1, most).flatmap(
        lambda n: st.tuples(
            st.lists(st.tuples(st.integers(1, n), st.integers(1, n), st.integers(0, 9)), max_size=edges),
            st.just(n),
            st.integers(1, n),
        )
    )


def fastest(network: Network, end: int) -> float:
    """The shortest of all paths without a repeated node."""
    times, n, k = network
    weight: dict[tuple[int, int], float] = {}
    for u, v, w in times:
        weight[u, v] = min(w, weight.get((u, v), np.inf))
    between = [node for node in range(1, n + 1) if node not in (k, end)]
    paths = [(k, *middle, end) for size in range(n) for middle in permutations(between, size)]
    return 0 if end == k else min(sum(weight.get(pair, np.inf) for pair in pairwise(p)) for p in paths)


@given(networks(5, 9))
def test_it_is_the_last_of_the_fastest_arrivals(network: Network) -> None:
    last = max(fastest(network, end) for end in range(1, network[1] + 1))
    assert network_delay(*network) == (last if last < np.inf else -1)


@given(networks(12, 40))
def test_scipy_finds_the_same_distances(network: Network) -> None:
    times, n, k = network
    dense = np.full((n, n), np.inf)
    for u, v, w in times:
        dense[u - 1, v - 1] = min(dense[u - 1, v - 1], w)
    last = dijkstra(csgraph_from_dense(dense, null_value=np.inf), indices=k - 1).max()
    assert network_delay(*network) == (last if last < np.inf else -1)


@given(networks(8, 25), st.integers(1, 10**15))
def test_times_scale_exactly(network: Network, factor: int) -> None:
    times, n, k = network
    delay = network_delay(times, n, k)
    assert network_delay([(u, v, w * factor) for u, v, w in times], n, k) == (delay * factor if delay > 0 else delay)


@pytest.mark.parametrize(
    ("times", "n", "k", "delay"),
    [([], 1, 1, 0), ([], 2, 1, -1), ([(2, 1, 1), (2, 3, 1), (3, 4, 1)], 4, 2, 2), ([(1, 2, 1)], 2, 2, -1)],
)
def test_small_networks(times: list[tuple[int, int, int]], n: int, k: int, delay: int) -> None:
    assert network_delay(times, n, k) == delay
