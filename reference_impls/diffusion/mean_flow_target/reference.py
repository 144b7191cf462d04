"""Regression target of MeanFlow (Geng et al. 2025, arXiv:2505.13447, eq. 6).

    u(x_t, r, t) = 1/(t - r) ∫_r^t v(x_τ, τ) dτ             the average velocity between r and t
    u = v - (t - r) du/dt                                   differentiate (t - r) u with respect to t
    du/dt = ∂u/∂x v + 0 · ∂u/∂r + 1 · ∂u/∂t                 along the path: dx/dt = v, dr/dt = 0, dt/dt = 1
    target = stop_gradient( v - (t - r) du/dt )

du/dt is one Jacobian-vector product of the network with the tangent (v, 0, 1): no Jacobian is built, and no integral. At r = t
the target is v, which is flow matching. In training v is the conditional velocity of the sample.

Shapes: x_t, v (B,...), r and t (B,), u(x, r, t) like x. Returns: the target, like x_t, without a graph.
"""

from collections.abc import Callable

import torch
from torch import Tensor
from torch.autograd.functional import jvp


def mean_flow_target(
    u: Callable[[Tensor, Tensor, Tensor], Tensor], x_t: Tensor, r: Tensor, t: Tensor, v: Tensor
) -> Tensor:
    """v - (t - r) du/dt."""
    tangents = v, torch.zeros_like(r), torch.ones_like(t)
    _, du_dt = jvp(u, (x_t, r, t), tangents)
    gap = (t - r).view(-1, *[1] * (x_t.ndim - 1))  # (B,1,...,1)
    return (v - gap * du_dt).detach()
