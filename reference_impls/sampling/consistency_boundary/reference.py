"""Scalings of a consistency model (Song et al. 2023, arXiv:2303.01469, appendix C; after Karras et al. 2022,
arXiv:2206.00364, table 1).

    f(x, σ) = c_skip x + c_out F(x, σ)

    c_skip = σ_d² / ((σ - σ_min)² + σ_d²)              c_out = σ_d (σ - σ_min) / √(σ_d² + σ²)

At σ_min, the end of every trajectory, f must be the identity whatever the network F says: c_skip = 1 and c_out = 0. Without that
the zero function would be consistent too. With σ_min = 0 these are EDM's scalings, for which F has a target of unit variance.

sigma: a tensor of any shape, at least sigma_min. Returns: (c_skip, c_out), each in the shape of sigma.
"""

from torch import Tensor


def consistency_scalings(sigma: Tensor, sigma_data: float = 0.5, sigma_min: float = 0.002) -> tuple[Tensor, Tensor]:
    """Weights of the input and of the network."""
    shifted = sigma - sigma_min
    c_skip = sigma_data**2 / (shifted**2 + sigma_data**2)
    c_out = sigma_data * shifted / (sigma_data**2 + sigma**2).sqrt()
    return c_skip, c_out
