"""Monotone rational-quadratic spline (Durkan et al. 2019, Neural spline flows, arXiv:1906.04032).

With ξ = (x - x_k) / w_k in bin k, s_k = h_k / w_k its mean slope, and δ_k the slopes at the knots:

    y     = y_k + h_k [s_k ξ² + δ_k ξ(1-ξ)] / [s_k + (δ_{k+1} + δ_k - 2 s_k) ξ(1-ξ)]
    dy/dx = s_k² [δ_{k+1} ξ² + 2 s_k ξ(1-ξ) + δ_k (1-ξ)²] / [s_k + (δ_{k+1} + δ_k - 2 s_k) ξ(1-ξ)]²

The curve meets every knot with the given slope, so it is smooth; for positive widths, heights and slopes it rises, and its
inverse is the root of a quadratic. K bins have 3 K + 1 numbers. Outside [0,1] it is the identity.

Shapes: x any; widths, heights (K,), each with sum 1; derivatives (K+1,). Returns: y and log|dy/dx|, both like x.
"""

import torch
from torch import Tensor


def rational_quadratic_spline(x: Tensor, widths: Tensor, heights: Tensor, derivatives: Tensor) -> tuple[Tensor, Tensor]:
    """The spline at x, and the logarithm of its slope."""
    left, bottom = (torch.cat([size.new_zeros(1), size.cumsum(dim=0)]) for size in (widths, heights))  # (K+1,)
    inside = (x >= 0) & (x <= 1)
    u = x.clamp(0, 1)
    k = torch.searchsorted(left[1:-1].detach(), u.detach(), right=True)  # the bin of each point
    w, h, start, end = widths[k], heights[k], derivatives[k], derivatives[k + 1]
    slope = h / w
    xi = (u - left[k]) / w
    cross = xi * (1 - xi)
    below = slope + (end + start - 2 * slope) * cross
    y = bottom[k] + h * (slope * xi**2 + start * cross) / below
    above = end * xi**2 + 2 * slope * cross + start * (1 - xi) ** 2
    log_slope = 2 * slope.log() + above.log() - 2 * below.log()
    return torch.where(inside, y, x), torch.where(inside, log_slope, torch.zeros_like(x))
