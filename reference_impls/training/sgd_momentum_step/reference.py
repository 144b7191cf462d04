"""One step of SGD with momentum (Polyak 1964; Sutskever et al. 2013, ICML, eqs. 1-4; in the form of torch.optim.SGD).

    g = ∇ + λ θ            b ← μ b + g         (b = g in the first step)
    θ ← θ - η b            or, with Nesterov,  θ ← θ - η (g + μ b)

The new gradient enters b with weight 1, not 1 - μ: under a constant gradient b grows to g / (1 - μ). Nesterov's gradient is taken
at the point to which the momentum would carry; in these variables that point is the parameter itself, and what is left is one
more step of the recursion, g + μ b. The paper keeps η inside the velocity, which is the same while η is constant.

param, grad: one shape, left as they are. state: {} before the first step; `buf` is written into it.
Returns: the new parameter; nothing is recorded for autograd.
"""

from typing import Any

import torch
from torch import Tensor


@torch.no_grad()
def sgd_step(
    param: Tensor,
    grad: Tensor,
    state: dict[str, Any],
    lr: float = 0.1,
    momentum: float = 0.9,
    weight_decay: float = 0.0,
    nesterov: bool = False,
) -> Tensor:
    """The parameter after the step; `state` moves on with it."""
    g = grad + weight_decay * param
    buf = momentum * state["buf"] + g if state else g
    state["buf"] = buf
    step = g + momentum * buf if nesterov else buf
    return param - lr * step
