"""One Heun step for dx/dt = v(x, t), the explicit trapezoidal rule (Karras et al. 2022, arXiv:2206.00364, algorithm 1).

    k₁ = v(x, t)                            slope where we are
    k₂ = v(x + Δt k₁, t + Δt)               slope at the end of an Euler step
    x(t + Δt) ≈ x + Δt/2 (k₁ + k₂)          a fresh start from x, with the mean slope

Error O(Δt³) for a step, O(Δt²) for a path: second order for two evaluations, where Euler has first order for one. Δt carries
the sign: a sampler that goes from t = 1 to t = 0 passes a negative one. (EDM leaves out the second slope on the step that
ends at σ = 0, where its own v divides by σ; that belongs to the sampler, not to this step.)

Shapes: x any shape, v(x, t) of the same; t and dt floats or 0-d tensors. Returns: x at t + dt, of that shape.
"""

from collections.abc import Callable

from torch import Tensor

Scalar = float | Tensor


def heun_step(v: Callable[[Tensor, Scalar], Tensor], x: Tensor, t: Scalar, dt: Scalar) -> Tensor:
    """x at t + dt from two slopes."""
    k1 = v(x, t)
    k2 = v(x + dt * k1, t + dt)
    return x + dt / 2 * (k1 + k2)
