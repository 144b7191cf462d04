"""Preconditioning of a denoiser (Karras et al. 2022, EDM, arXiv:2206.00364, eq. 7 and table 1, derived in appendix B.6).

    D(x; σ) = c_skip x + c_out F(c_in x, c_noise)           x = y + σ n, the data y of standard deviation σ_d

    c_in    = 1 / √(σ² + σ_d²)                              the network's input has unit variance
    c_skip  = σ_d² / (σ² + σ_d²)                            the best linear denoiser, which leaves F the least to do
    c_out   = σ σ_d / √(σ² + σ_d²)                          and its training target has unit variance
    c_noise = ¼ ln σ

For σ → 0, D passes x through and an error of F is damped by c_out ≈ σ; for σ → ∞, F gives the data in units of σ_d.

Shapes: sigma any shape. Returns: (c_skip, c_out, c_in, c_noise), each of that shape.
"""

from torch import Tensor


def edm_precondition(sigma: Tensor, sigma_data: float = 0.5) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """c_skip, c_out, c_in and c_noise at each noise level."""
    variance = sigma**2 + sigma_data**2  # of the noisy sample
    c_skip = sigma_data**2 / variance
    c_out = sigma * sigma_data / variance.sqrt()
    c_in = 1 / variance.sqrt()
    c_noise = sigma.log() / 4
    return c_skip, c_out, c_in, c_noise
