"""Velocity of a rectified flow from predicted noise (Liu et al. 2022, arXiv:2209.03003, eq. 1; Kingma and Gao 2023).

    x_t = (1 - t) ε + t x_1                                 noise at t = 0, data at t = 1
    v   = dx_t/dt = x_1 - ε = (x_t - ε) / t                 since x_t - ε = t (x_1 - ε)

Given x_t, noise, data, velocity and score are linear in each other, so one network can be read as any of them. At t = 0, x_t is
the noise and tells nothing of the data: the division needs t > 0.

Shapes: x_t, eps (B,...), t a number or (B,). Returns: v (B,...).
"""

import torch
from torch import Tensor


def velocity_from_eps(x_t: Tensor, eps: Tensor, t: float | Tensor) -> Tensor:
    """The velocity x_1 - ε."""
    t = torch.as_tensor(t, dtype=x_t.dtype).view(-1, *[1] * (x_t.ndim - 1))  # (B,1,...,1)
    return (x_t - eps) / t
