"""The step against scipy's densities, against scikit-learn where it is installed, and by the likelihood that never falls."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.stats import multivariate_normal

from reference_impls.fundamentals.gaussian_mle.reference import gaussian_mle
from reference_impls.fundamentals.gmm_em_step.reference import gmm_em_step


def start(N: int, D: int, K: int, seed: int = 0) -> tuple[Any, Any, Any, Any]:
    rng = np.random.default_rng(seed)
    root = rng.normal(size=(K, D, D))
    weights = rng.random(K) + 0.2
    covs = root @ root.transpose(0, 2, 1) + 0.5 * np.eye(D)
    return rng.normal(size=(N, D)) * 2, rng.normal(size=(K, D)), covs, weights / weights.sum()


@pytest.mark.parametrize(("N", "D", "K"), [(1, 1, 1), (6, 2, 3), (25, 3, 2)])
def test_it_follows_from_scipys_densities(N: int, D: int, K: int) -> None:
    x, means, covs, weights = start(N, D, K)
    joint = np.stack([weights[k] * np.atleast_1d(multivariate_normal(means[k], covs[k]).pdf(x)) for k in range(K)])
    r = joint / joint.sum(axis=0)
    new_means, new_covs, new_weights, likelihood = gmm_em_step(x, means, covs, weights)
    assert likelihood == pytest.approx(np.log(joint.sum(axis=0)).sum())
    np.testing.assert_allclose(new_weights, r.mean(axis=1))
    for k in range(K):
        np.testing.assert_allclose(new_means[k], np.average(x, axis=0, weights=r[k]))
        around = [r[k, n] * np.outer(x[n] - new_means[k], x[n] - new_means[k]) for n in range(N)]
        np.testing.assert_allclose(new_covs[k], sum(around) / r[k].sum(), atol=1e-12)


def test_the_likelihood_never_falls() -> None:
    x, *parameters = start(60, 2, 3, seed=5)
    likelihoods = []
    for _ in range(25):
        *parameters, likelihood = gmm_em_step(x, *parameters)
        likelihoods.append(likelihood)
    assert likelihoods == sorted(likelihoods)


def test_one_component_is_the_maximum_likelihood_estimate() -> None:
    x, means, covs, weights = start(30, 1, 1)
    mean, variance = gaussian_mle(x[:, 0])
    new_means, new_covs, new_weights, _ = gmm_em_step(x, means, covs, weights)
    assert float(new_means[0, 0]) == pytest.approx(float(mean))
    assert float(new_covs[0, 0, 0]) == pytest.approx(float(variance))
    assert new_weights.tolist() == [1]


def test_it_agrees_with_scikit_learn() -> None:
    mixture = pytest.importorskip("sklearn.mixture")
    x, means, covs, weights = start(40, 2, 3)
    model = mixture.GaussianMixture(
        3, reg_covar=0, max_iter=1, tol=0, means_init=means, weights_init=weights, precisions_init=np.linalg.inv(covs)
    )
    with pytest.warns():
        model.fit(x)
    new_means, new_covs, new_weights, likelihood = gmm_em_step(x, means, covs, weights)
    np.testing.assert_allclose(model.means_, new_means)
    np.testing.assert_allclose(model.covariances_, new_covs)
    np.testing.assert_allclose(model.weights_, new_weights)
    assert model.lower_bound_ * len(x) == pytest.approx(likelihood)
