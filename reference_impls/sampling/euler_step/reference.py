"""One explicit Euler step for dx/dt = v(x, t) (Karras et al. 2022, arXiv:2206.00364, algorithm 1, before its correction).

    x(t + Δt) ≈ x + Δt v(x, t)              the slope where we are, kept for the whole step

Error O(Δt²) for a step, O(Δt) for a path: first order for one evaluation. Exact where the slope does not change along the path,
which is what straightened flows aim at. Δt carries the sign: a sampler that goes from t = 1 to t = 0 passes a negative one, and
still adds.

Shapes: x any shape, v(x, t) of the same; t and dt floats. Returns: x at t + dt, of that shape.
"""

from collections.abc import Callable

from torch import Tensor


def euler_step(v: Callable[[Tensor, float], Tensor], x: Tensor, t: float, dt: float) -> Tensor:
    """x at t + dt from one slope."""
    return x + dt * v(x, t)
