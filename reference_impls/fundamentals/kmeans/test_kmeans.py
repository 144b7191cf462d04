"""The K-means page against scipy from the same start, its fixed point, and a brute force over partitions."""

from __future__ import annotations

import itertools
import warnings
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.cluster.vq import kmeans2

from reference_impls.fundamentals.kmeans.judging import one_at_a_time
from reference_impls.fundamentals.kmeans.reference import kmeans
from reference_impls.problem import Draw


def data(N: int, D: int, K: int, seed: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Points, and K of them as the start, so that no cluster is empty."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(N, D)) + 3
    return x, x[rng.choice(N, K, replace=False)]


@pytest.mark.parametrize(("N", "D", "K"), [(30, 2, 3), (50, 3, 5), (12, 1, 2), (40, 4, 1), (7, 2, 7)])
@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("far", [0.0, 1e3])
def test_it_agrees_with_scipy_from_the_same_start(N: int, D: int, K: int, seed: int, far: float) -> None:
    """Its kmeans2 leaves the centre of an empty cluster alone, too; it warns of it."""
    x, start = data(N, D, K, seed)
    start[-1] += far if K > 1 else 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs, z = kmeans2(x, start.copy(), 100, minit="matrix", missing="warn")
    centers, labels = kmeans(x, start)
    np.testing.assert_allclose(centers, theirs)
    np.testing.assert_array_equal(labels, z)


@pytest.mark.parametrize("seed", range(5))
def test_no_iteration_raises_the_error_and_the_end_is_a_fixed_point(seed: int) -> None:
    x, start = data(40, 2, 4, seed)
    errors = []
    for iters in range(1, 12):
        centers, labels = kmeans(x, start, iters)
        errors.append(((x - centers[labels]) ** 2).sum())
    assert errors == sorted(errors, reverse=True)
    centers, labels = kmeans(x, start)
    np.testing.assert_allclose(kmeans(x, centers, 1)[0], centers)
    np.testing.assert_allclose(centers, [x[labels == k].mean(axis=0) for k in range(4)])


def test_the_best_of_all_starts_is_the_best_partition() -> None:
    x = np.random.default_rng(4).normal(size=(7, 2))
    starts = [np.array(pair) for pair in itertools.combinations(x, 2)]
    found = min(((x - centers[labels]) ** 2).sum() for centers, labels in (kmeans(x, start) for start in starts))
    partitions = (np.array(bits) for bits in itertools.product([0, 1], repeat=7) if 0 < sum(bits) < 7)
    best = min(sum(((x[z == k] - x[z == k].mean(axis=0)) ** 2).sum() for k in (0, 1)) for z in partitions)
    assert found == pytest.approx(best)


def test_an_empty_cluster_keeps_its_centre() -> None:
    x, start = np.array([[0.0], [1.0], [5.0]]), np.array([[0.0], [4.0], [100.0]])
    centers, labels = kmeans(x, start)
    assert centers.tolist() == [[0.5], [5.0], [100.0]]
    assert labels.tolist() == [0, 0, 1]
    assert start.tolist() == [[0.0], [4.0], [100.0]]


def test_one_point_changes_sides_in_each_iteration() -> None:
    """The case that tells 100 iterations from 99 and 101."""
    x, start = one_at_a_time(Draw(1))
    on_the_left = [int((kmeans(x, start, iters)[1] == 0).sum()) for iters in (1, 2, 50, 99, 100, 101, 130)]
    assert on_the_left == [22, 23, 71, 120, 121, 122, 124]
