"""The kernel against scikit-learn where it is installed, against a loop, and as a positive semidefinite matrix."""

from __future__ import annotations

import math

import numpy as np
import pytest

from reference_impls.fundamentals.rbf_kernel.reference import rbf_kernel

SHAPES = [(1, 1, 1), (4, 3, 2), (3, 5, 6)]


@pytest.mark.parametrize(("N", "M", "D"), SHAPES)
@pytest.mark.parametrize("gamma", [0.05, 1.0, 7.0])
def test_it_is_the_formula_for_every_pair(N: int, M: int, D: int, gamma: float) -> None:
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=(N, D)), rng.normal(size=(M, D))
    got = rbf_kernel(x, y, gamma)
    assert got.shape == (N, M)
    for i in range(N):
        for j in range(M):
            distance = sum((float(x[i, d]) - float(y[j, d])) ** 2 for d in range(D))
            assert float(got[i, j]) == pytest.approx(math.exp(-gamma * distance), rel=1e-9)


def test_it_agrees_with_scikit_learn() -> None:
    pairwise = pytest.importorskip("sklearn.metrics.pairwise")
    rng = np.random.default_rng(2)
    x, y = rng.normal(size=(7, 3)), rng.normal(size=(5, 3))
    np.testing.assert_allclose(rbf_kernel(x, y, 0.3), pairwise.rbf_kernel(x, y, 0.3))


def test_a_gram_matrix_is_positive_semidefinite_with_ones_on_its_diagonal() -> None:
    x = np.random.default_rng(3).normal(size=(12, 2))
    gram = rbf_kernel(x, x, 0.8)
    np.testing.assert_allclose(np.diag(gram), 1)
    np.testing.assert_allclose(gram, gram.T)
    assert np.linalg.eigvalsh(gram).min() > -1e-12
