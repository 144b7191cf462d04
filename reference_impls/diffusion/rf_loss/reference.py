"""Rectified-flow / flow-matching loss on straight paths (Liu et al. 2022, arXiv:2209.03003, eq. 1; Lipman et al. 2022,
arXiv:2210.02747, eq. 23 with σ_min = 0).

    x0 ~ N(0, I),  t ~ U(0, 1)
    x_t = (1 - t) x0 + t x1
    L   = mean (v_θ(x_t, t) - (x1 - x0))²

t = 0 is noise, t = 1 is data; the target is the velocity dx_t/dt of the straight line. (SD3, Flux and diffusers count time
the other way round and flip the sign.)

Shapes: x1 (B,...), rank 2 or more; model(x_t, t) with x_t (B,...) and t (B,). Returns: a scalar.
"""

from collections.abc import Callable

import torch
from torch import Tensor

Model = Callable[[Tensor, Tensor], Tensor]


def rf_loss(model: Model, x1: Tensor) -> Tensor:
    """Mean squared error of the predicted velocity at one random time for each sample."""
    x0 = torch.randn_like(x1)
    t = torch.rand(x1.shape[0], dtype=x1.dtype, device=x1.device)  # (B,)
    s = t.view(-1, *[1] * (x1.ndim - 1))  # (B,1,...,1), whatever the rank
    x_t = (1 - s) * x0 + s * x1
    return (model(x_t, t) - (x1 - x0)).square().mean()
