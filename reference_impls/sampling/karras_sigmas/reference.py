"""The noise levels of EDM's sampler (Karras et al. 2022, arXiv:2206.00364, eq. 5 and table 1).

    σ_i = (σ_max^{1/ρ} + i/(n-1) (σ_min^{1/ρ} - σ_max^{1/ρ}))^ρ,  i = 0..n-1,        σ_n = 0

The ρ-th roots are evenly spaced: ρ = 1 is a linear grid, and as ρ grows it tends to a geometric one. A larger ρ puts more of the
steps at low noise; ρ = 3 about evens out the errors of the steps, and 5 to 10 give better images. The n levels include both
ends; the 0 that is appended is where the last step arrives, so that n steps are made.

Returns: (n+1,), from sigma_max down to sigma_min, and 0; n >= 2.
"""

import torch
from torch import Tensor


def karras_sigmas(n: int, sigma_min: float = 0.002, sigma_max: float = 80.0, rho: float = 7.0) -> Tensor:
    """n levels, evenly spaced in their rho-th roots, and a final 0."""
    ramp = torch.linspace(0, 1, n, dtype=torch.float64)
    low, high = sigma_min ** (1 / rho), sigma_max ** (1 / rho)
    sigmas = (high + ramp * (low - high)) ** rho  # (n,), sigma_max first
    return torch.cat([sigmas, sigmas.new_zeros(1)])  # (n+1,)
