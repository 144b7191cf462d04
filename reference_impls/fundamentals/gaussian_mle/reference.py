"""Maximum-likelihood estimates of a Gaussian's mean and variance (Bishop 2006, PRML, eqs. 1.54 to 1.56).

    log p(x | μ, σ²) = -1/(2σ²) Σ_n (x_n - μ)²  -  N/2 log σ²  -  N/2 log 2π

    ∂/∂μ  = 0   gives   μ  = 1/N Σ_n x_n
    ∂/∂σ² = 0   gives   σ² = 1/N Σ_n (x_n - μ)²

The variance is biased: its expectation is (N-1)/N of the true one, since μ was fitted to the same samples. Deviations are
squared after the mean is subtracted: in E[x²] - μ² a large mean cancels, and with it all digits.

x: (N,), N >= 1. Returns: two floats, (μ, σ²).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def gaussian_mle(x: NDArray[np.floating[Any]]) -> tuple[float, float]:
    """Sample mean, and mean squared deviation from it."""
    mu = x.mean()
    sigma2 = ((x - mu) ** 2).mean()
    return float(mu), float(sigma2)
