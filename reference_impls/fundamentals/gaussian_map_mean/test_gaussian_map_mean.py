"""The page maximizes the log posterior, as scipy finds by search, and has its two limits."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize_scalar
from scipy.stats import norm

from reference_impls.fundamentals.gaussian_map_mean.reference import gaussian_map_mean


@pytest.mark.parametrize(("n", "sigma2", "mu0", "tau2"), [(1, 0.5, 2.0, 3.0), (4, 2.0, -1.0, 0.3), (30, 1.0, 5.0, 1.0)])
def test_the_page_maximizes_the_log_posterior(n: int, sigma2: float, mu0: float, tau2: float) -> None:
    x = np.random.default_rng(n).normal(1.0, sigma2**0.5, n)

    def minus_log_posterior(mu: float) -> float:
        return float(-norm.logpdf(x, mu, sigma2**0.5).sum() - norm.logpdf(mu, mu0, tau2**0.5))

    found = minimize_scalar(minus_log_posterior, bracket=(-10.0, 10.0)).x
    assert gaussian_map_mean(x, sigma2, mu0, tau2) == pytest.approx(found, abs=1e-5)


def test_a_wide_prior_leaves_the_sample_mean_and_a_narrow_one_its_own() -> None:
    x = np.array([1.0, 2.0, 6.0])
    assert gaussian_map_mean(x, 2.0, -5.0, 1e12) == pytest.approx(3.0)
    assert gaussian_map_mean(x, 2.0, -5.0, 1e-12) == pytest.approx(-5.0)
    assert gaussian_map_mean(x[:0], 2.0, -5.0, 0.7) == pytest.approx(-5.0)
