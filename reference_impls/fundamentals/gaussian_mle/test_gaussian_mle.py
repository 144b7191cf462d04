"""The page agrees with scipy.stats.norm.fit, and no step away from it raises the likelihood."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from reference_impls.fundamentals.gaussian_mle.reference import gaussian_mle


@pytest.mark.parametrize("n", [1, 2, 5, 100])
def test_the_page_agrees_with_scipy(n: int) -> None:
    x = np.random.default_rng(n).normal(3.0, 2.0, n)
    loc, scale = norm.fit(x)
    assert gaussian_mle(x) == pytest.approx((loc, scale**2))


@given(st.integers(0, 10_000), st.floats(-0.3, 0.3), st.floats(0.7, 1.4))
def test_no_other_mean_or_variance_is_likelier(seed: int, shift: float, factor: float) -> None:
    x = np.random.default_rng(seed).normal(-1.0, 0.5, 8)
    mu, sigma2 = gaussian_mle(x)
    best = norm.logpdf(x, mu, sigma2**0.5).sum()
    assert norm.logpdf(x, mu + shift, (sigma2 * factor) ** 0.5).sum() <= best + 1e-9
