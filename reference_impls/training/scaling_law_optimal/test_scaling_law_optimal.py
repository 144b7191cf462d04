"""The closed form against a numerical minimum, and the figures of the paper."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from reference_impls.training.scaling_law_optimal.reference import compute_optimal

COEFFICIENTS = st.floats(50, 5000)
EXPONENTS = st.floats(0.2, 0.6)


@given(st.floats(17, 26), COEFFICIENTS, COEFFICIENTS, EXPONENTS, EXPONENTS)
def test_no_other_split_has_a_lower_loss(log_c: float, a: float, b: float, alpha: float, beta: float) -> None:
    compute = 10**log_c
    n, d, loss = compute_optimal(compute, 1.7, a, b, alpha, beta)
    assert 6 * n * d == pytest.approx(compute, rel=1e-12)
    assert loss == pytest.approx(1.7 + a / n**alpha + b / d**beta, rel=1e-12)

    def reducible(log_n: float) -> float:
        return a / math.exp(alpha * log_n) + b / math.exp(beta * (math.log(compute / 6) - log_n))

    found = minimize_scalar(reducible, bounds=(math.log(n) - 8, math.log(n) + 8), method="bounded")
    assert math.log(n) == pytest.approx(found.x, abs=1e-3)
    assert reducible(math.log(n)) <= found.fun * (1 + 1e-12)


def test_the_budget_of_gopher() -> None:
    """With the rounded fit of the paper: a model far smaller than Gopher's 280 billion parameters, on more tokens."""
    n, d, _ = compute_optimal(5.76e23, 1.69, 406.4, 410.7, 0.34, 0.28)
    assert n == pytest.approx(32.19e9, rel=1e-3)
    assert d == pytest.approx(2.982e12, rel=1e-3)


def test_equal_exponents_give_square_roots() -> None:
    n, d, _ = compute_optimal(6e20, 1.5, 500.0, 500.0, 0.35, 0.35)
    assert (n, d) == pytest.approx((1e10, 1e10))
