"""One backward Euler-type step of the probability-flow ODE (Song et al. 2021, arXiv:2011.13456, eq. 13).

    dx = f(x, t) dt + g(t) dw                               noise comes in, data to noise
    dx/dt = f(x, t) - ½ g(t)² ∇ log p_t(x)                  no noise, the same densities p_t at every time
    x(t - Δt) ≈ x - Δt [f - ½ g² s]                         explicit Euler from t to t - Δt, s ≈ ∇ log p_t

The reverse SDE has the same bracket with the whole g² s, and noise on top. Without the noise, the whole score would draw all
mass together: half of it keeps the densities.

Shapes: x (B,...), drift(x, t) and score(x, t) the same, diffusion(t) a number. Returns: x at t - dt, of that shape.
"""

from collections.abc import Callable

from torch import Tensor

Field = Callable[[Tensor, float], Tensor]


def pf_ode_step(
    x: Tensor, t: float, dt: float, drift: Field, diffusion: Callable[[float], float], score: Field
) -> Tensor:
    """x at t - dt."""
    g = diffusion(t)
    velocity = drift(x, t) - g**2 * score(x, t) / 2
    return x - velocity * dt
