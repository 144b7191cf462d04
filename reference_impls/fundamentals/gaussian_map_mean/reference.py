"""MAP estimate of a Gaussian's mean under a Gaussian prior (Bishop 2006, PRML, eqs. 2.141 and 2.142).

    x_n ~ N(μ, σ²),  μ ~ N(μ₀, τ²):    log p(μ | x) = -Σ_n (x_n - μ)² / 2σ²  -  (μ - μ₀)² / 2τ²  +  const

    0 = Σ_n (x_n - μ)/σ² - (μ - μ₀)/τ²     gives     μ = (μ₀/τ² + Σ_n x_n/σ²) / (1/τ² + N/σ²)

Each of the N samples votes with the precision 1/σ², the prior with 1/τ². A wide prior leaves the sample mean, no samples
leave μ₀. The posterior is a Gaussian, so that this is its mean, too.

x: (N,), N >= 0; sigma2, tau2 > 0 are variances. Returns: a float.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def gaussian_map_mean(x: NDArray[np.floating[Any]], sigma2: float, mu0: float, tau2: float) -> float:
    """Average of the prior's mean and the samples, weighted with their precisions."""
    precision = 1 / tau2 + len(x) / sigma2
    return float((mu0 / tau2 + x.sum() / sigma2) / precision)
