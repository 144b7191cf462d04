"""One step of the explicit midpoint rule for dx/dt = v(x, t), a Runge-Kutta method of second order (Karras et al. 2022,
arXiv:2206.00364, appendix D.2, whose family of two-stage methods has it at α = ½; Hairer, Nørsett & Wanner 1993, II.1).

    k₁ = v(x, t)                                slope where we are
    k₂ = v(x + Δt/2 k₁, t + Δt/2)               slope in the middle of the step
    x(t + Δt) ≈ x + Δt k₂                       the whole step from x, with that slope alone

Error O(Δt³) for a step, O(Δt²) for a path: second order for two evaluations, as Heun's, which averages the slopes at both ends.
It never evaluates v at the end point, where a diffusion's slope may divide by zero. Δt carries the sign.

Shapes: x any shape, v(x, t) of the same; t and dt floats. Returns: x at t + dt, of that shape.
"""

from collections.abc import Callable

from torch import Tensor


def midpoint_step(v: Callable[[Tensor, float], Tensor], x: Tensor, t: float, dt: float) -> Tensor:
    """x at t + dt from the slope in the middle."""
    k1 = v(x, t)
    k2 = v(x + dt / 2 * k1, t + dt / 2)
    return x + dt * k2
