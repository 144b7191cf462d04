"""Affine coupling layer (Dinh et al. 2017, RealNVP, arXiv:1605.08803, eqs. 4, 5, 6 and 8).

    forward:  y_1 = x_1,   y_2 = x_2 ⊙ exp(s(x_1)) + t(x_1),      log|det ∂y/∂x| = Σ_j s(x_1)_j
    inverse:  x_1 = y_1,   x_2 = (y_2 - t(y_1)) ⊙ exp(-s(y_1)),   log|det ∂x/∂y| = -Σ_j s(y_1)_j

The Jacobian is triangular, with ones and exp(s) on its diagonal: the determinant costs nothing, whatever s and t are. The network
is never inverted, because its input passes through unchanged. The next layer has to exchange or mix the halves.

Shapes: x, y (B,D), D even; net (B,D/2) -> (B,D), s before t. Returns: (B,D) and log_det (B,).
"""

from collections.abc import Callable

import torch
from torch import Tensor

Net = Callable[[Tensor], Tensor]


def coupling_forward(x: Tensor, net: Net) -> tuple[Tensor, Tensor]:
    """y, and the log-determinant of the map from x to y."""
    x1, x2 = x.chunk(2, dim=1)  # (B,D/2) each
    s, t = net(x1).chunk(2, dim=1)
    y2 = x2 * torch.exp(s) + t
    return torch.cat([x1, y2], dim=1), s.sum(dim=1)


def coupling_inverse(y: Tensor, net: Net) -> tuple[Tensor, Tensor]:
    """x, and the log-determinant of the map from y to x."""
    y1, y2 = y.chunk(2, dim=1)  # (B,D/2) each
    s, t = net(y1).chunk(2, dim=1)
    x2 = (y2 - t) * torch.exp(-s)
    return torch.cat([y1, x2], dim=1), -s.sum(dim=1)
