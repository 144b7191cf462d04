"""One step of expectation-maximization for a Gaussian mixture (Bishop 2006, section 9.2.2, eqs. 9.23 to 9.28).

    E: r_nk = π_k N(x_n|μ_k,Σ_k) / Σ_j π_j N(x_n|μ_j,Σ_j)
    M: N_k = Σ_n r_nk,   μ_k = Σ_n r_nk x_n / N_k,   Σ_k = Σ_n r_nk (x_n - μ_k)(x_n - μ_k)ᵀ / N_k,   π_k = N_k / N

The covariance is taken around the new mean: these three maximize the expected log-likelihood together. A density far from its
mean underflows (exp(-800) is 0), and 0/0 is no responsibility, so the E-step subtracts logarithms. The likelihood belongs to the
parameters that came in; from step to step it never falls.

Shapes: x (N,D), means (K,D), covs (K,D,D), weights (K,). Returns: new means, covs, weights, and a number.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def gmm_em_step(x: Array, means: Array, covs: Array, weights: Array) -> tuple[Array, Array, Array, Any]:
    """The parameters after one step, and the log-likelihood of the data before it."""
    N, D = x.shape
    gap = x - means[:, None]  # (K,N,D)
    solved = np.linalg.solve(covs, gap.transpose(0, 2, 1)).transpose(0, 2, 1)  # Σ⁻¹ (x - μ), (K,N,D)
    log_normal = -0.5 * ((gap * solved).sum(axis=2) + np.linalg.slogdet(covs)[1][:, None] + D * np.log(2 * np.pi))
    log_joint = np.log(weights)[:, None] + log_normal  # (K,N)
    log_p = np.logaddexp.reduce(log_joint, axis=0)  # (N,)
    r = np.exp(log_joint - log_p)  # (K,N), columns sum to 1

    counts = r.sum(axis=1)  # (K,)
    new_means = r @ x / counts[:, None]  # (K,D)
    gap = x - new_means[:, None]  # (K,N,D)
    new_covs = np.einsum("kn,knd,kne->kde", r, gap, gap) / counts[:, None, None]
    new_weights, log_likelihood = counts / N, log_p.sum()
    return new_means, new_covs, new_weights, log_likelihood
