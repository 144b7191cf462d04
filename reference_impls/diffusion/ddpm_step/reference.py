"""One ancestral step of DDPM from the predicted noise (Ho et al. 2020, arXiv:2006.11239, algorithm 2 and eq. 11).

    x_{t-1} = (x_t - β_t / √(1 - ᾱ_t) ε) / √α_t + σ_t z           α_t = 1 - β_t,  ᾱ_t = Π_{s<=t} α_s

The mean is that of q(x_{t-1} | x_t, x̂0). Here σ_t² = β_t, which is right if x0 is standard normal; the paper's other choice, the
variance of that posterior, is right if x0 is a single point. The last step adds no noise: what it gives is the sample.

Shapes: x_t, eps, z all alike, any shape; t an int, counted from 0; betas (T,). Returns: x_{t-1}, of the shape of x_t. At t = 0 z
is ignored, and may be None.
"""

from torch import Tensor


def ddpm_step(x_t: Tensor, eps: Tensor, t: int, betas: Tensor, z: Tensor | None) -> Tensor:
    """x at step t-1 from x at step t and the noise that was predicted there."""
    alphas = 1 - betas  # (T,)
    ab = alphas.cumprod(0)  # (T,)
    x_prev = (x_t - betas[t] / (1 - ab[t]).sqrt() * eps) / alphas[t].sqrt()
    if t > 0 and z is not None:
        x_prev = x_prev + betas[t].sqrt() * z
    return x_prev
