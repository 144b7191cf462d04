"""One Euler-Maruyama step of the reverse-time SDE (Song et al. 2021, arXiv:2011.13456, eq. 6; Anderson 1982).

    dx = f(x, t) dt + g(t) dw                                   data to noise
    dx = [f(x, t) - g(t)² ∇ log p_t(x)] dt + g(t) dw̄            noise to data: dt < 0, w̄ runs backward in time
    x(t - Δt) ≈ x - Δt [f - g² s] + g √Δt z                     with a positive Δt, s ≈ ∇ log p_t, z ~ N(0, I)

The score term points to where the density is higher; the noise is as large as in the forward process, and keeps the samples
from collapsing. Noise adds in variance, hence its √Δt.

Shapes: x, z (B,...), drift(x, t) and score(x, t) the same, diffusion(t) a number. Returns: x at t - dt, of that shape.
"""

import math
from collections.abc import Callable

from torch import Tensor

Field = Callable[[Tensor, float], Tensor]


def reverse_sde_step(
    x: Tensor, t: float, dt: float, drift: Field, diffusion: Callable[[float], float], score: Field, z: Tensor
) -> Tensor:
    """A draw of x at t - dt, made with the standard normal z."""
    g = diffusion(t)
    noise = g * math.sqrt(dt) * z
    reverse_drift = drift(x, t) - g**2 * score(x, t)
    return x - reverse_drift * dt + noise
