"""One step of Rectified-CFG++ (Saini et al. 2025, arXiv:2510.07631), the guidance of flow models as predictor and corrector.

    v_c    = v_θ(x, t, c)                                   predictor: the conditional velocity
    x_half = x + Δt/2 v_c                                   half a step along it
    Δv     = v_θ(x_half, t + Δt/2, c) - v_θ(x_half, t + Δt/2, ∅)
    x'     = x + Δt (v_c + λ Δv)                            corrector: the guidance, measured at the predicted point

Plain guidance v_u + w (v_c - v_u) extrapolates from the unconditional velocity, and no noise of the sampler mends what leaves the
learned path. Here the conditional velocity is the base, and the difference is taken where the sample will be. λ may fall with
time; the schedule belongs to the sampler. Δt has the sign of the direction.

Shapes: x (B,...), t, dt and lam floats, model(x, t, c) and model(x, t, None) like x. Returns: x at t + dt, of that shape.
"""

from collections.abc import Callable

import torch
from torch import Tensor

Model = Callable[[Tensor, float, Tensor | None], Tensor]


@torch.no_grad()
def rectified_cfg_step(model: Model, x: Tensor, t: float, dt: float, c: Tensor, lam: float) -> Tensor:
    """x at t + dt from three velocities."""
    v_c = model(x, t, c)
    x_half, t_half = x + dt / 2 * v_c, t + dt / 2
    guidance = model(x_half, t_half, c) - model(x_half, t_half, None)
    return x + dt * (v_c + lam * guidance)
