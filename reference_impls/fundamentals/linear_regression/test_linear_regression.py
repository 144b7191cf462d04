"""The linear-regression page against least squares on appended rows, scipy's minimiser, and what a shift must do."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import minimize

from reference_impls.fundamentals.linear_regression.reference import linear_regression


def data(N: int, D: int, seed: int) -> tuple[NDArray[Any], NDArray[Any]]:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(N, D)) + 2
    return x, x @ rng.normal(size=D) + 3 + rng.normal(size=N)


UNIQUE = [(N, D, l2) for N, D in ((3, 1), (9, 3), (40, 6), (4, 7), (1, 2)) for l2 in (0.0, 0.1, 3.0) if l2 or N > D]


@pytest.mark.parametrize(("N", "D", "l2"), UNIQUE)
def test_it_is_least_squares_with_appended_rows(N: int, D: int, l2: float) -> None:
    """The penalty is D more points with targets 0, whose entry for the intercept is 0."""
    x, y = data(N, D, N)
    rows = np.block([[x, np.ones((N, 1))], [np.sqrt(l2) * np.eye(D), np.zeros((D, 1))]])
    theta = np.linalg.lstsq(rows, np.append(y, np.zeros(D)), rcond=None)[0]
    w, b = linear_regression(x, y, l2)
    np.testing.assert_allclose(w, theta[:-1], atol=1e-12)
    assert b == pytest.approx(theta[-1])


def test_nothing_smaller_is_found_by_descent() -> None:
    x, y = data(12, 3, 5)

    def objective(theta: NDArray[Any]) -> float:
        error = y - x @ theta[:-1] - theta[-1]
        return float(error @ error + 1.7 * theta[:-1] @ theta[:-1])

    w, b = linear_regression(x, y, 1.7)
    found = minimize(objective, np.zeros(4), tol=1e-12)
    assert objective(np.append(w, b)) <= found.fun + 1e-9
    np.testing.assert_allclose(np.append(w, b), found.x, atol=1e-4)


@given(st.integers(0, 1000), st.floats(0, 10), st.floats(-50, 50))
def test_a_shift_of_the_targets_moves_the_intercept_alone(seed: int, l2: float, shift: float) -> None:
    x, y = data(10, 3, seed)
    (w, b), (moved, c) = linear_regression(x, y, l2), linear_regression(x, y + shift, l2)
    np.testing.assert_allclose(moved, w, atol=1e-8)
    assert c == pytest.approx(b + shift, abs=1e-7)


def test_a_huge_penalty_leaves_the_mean() -> None:
    x, y = data(10, 3, 6)
    w, b = linear_regression(x, y, 1e12)
    np.testing.assert_allclose(w, 0, atol=1e-9)
    assert b == pytest.approx(y.mean())
