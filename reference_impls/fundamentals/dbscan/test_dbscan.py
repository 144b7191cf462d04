"""The clusters against the definitions, written without a scan, and against scikit-learn where it is installed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from reference_impls.fundamentals.dbscan.judging import bridge, by_first_member
from reference_impls.fundamentals.dbscan.reference import dbscan
from reference_impls.problem import Draw


def points(seed: int) -> Any:
    rng = np.random.default_rng(seed)
    return rng.normal(size=(25, 2)) * 1.5


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("min_samples", [1, 2, 4, 6])
def test_it_follows_the_definitions(seed: int, min_samples: int) -> None:
    """Core points share a cluster exactly where a power of their graph connects them; others are reached, or noise."""
    x = points(seed)
    near = np.linalg.norm(x[:, None] - x, axis=2) <= 0.7
    core = near.sum(axis=1) >= min_samples
    linked = np.linalg.matrix_power((near & core & core[:, None]).astype(float) + np.eye(len(x)), len(x)) > 0
    labels = dbscan(x, 0.7, min_samples)
    for i in range(len(x)):
        reached = set(labels[near[i] & core].tolist())
        assert labels[i] in reached if reached else labels[i] == -1
        for j in range(len(x)):
            if core[i] and core[j]:
                assert (labels[i] == labels[j]) == linked[i, j]
    assert set(labels.tolist()) - {-1} == set(range(labels.max() + 1))


@pytest.mark.parametrize("seed", range(4))
def test_it_agrees_with_scikit_learn(seed: int) -> None:
    cluster = pytest.importorskip("sklearn.cluster")
    x = points(seed)
    theirs = cluster.DBSCAN(eps=0.7, min_samples=4).fit(x).labels_
    assert by_first_member(dbscan(x, 0.7, 4).tolist()) == by_first_member(theirs.tolist())


def test_the_labels_follow_the_order_of_discovery() -> None:
    x = np.array([[9.0], [5.0], [5.1], [0.0], [0.1]])
    assert dbscan(x, 0.5, 2).tolist() == [-1, 0, 0, 1, 1]


def test_border_points_do_not_join_two_clusters() -> None:
    x, eps, min_samples = bridge(Draw(3))
    assert sorted(dbscan(x.numpy(), eps, min_samples).tolist()) == [0] * 5 + [1] * 5
