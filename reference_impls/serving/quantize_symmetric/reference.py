"""Symmetric (absmax) INT8 quantisation of a tensor (Dettmers et al. 2022, arXiv:2208.07339, section 2; Jacob et al. 2017,
arXiv:1712.05877, eq. 1 with zero-point 0).

    s = max|x| / 127        q = round(x / s) ∈ {-127, ..., 127}        x̂ = s q

Zero is kept exactly and nothing is clipped, so |x - x̂| ≤ s/2. The code -128 stays unused: a scale of max|x| / 128 would send
x = max|x| to 128, which int8 does not have. One outlier sets s for all; that is why real systems keep one scale for each row
or channel. An all-zero tensor has no scale of its own; any positive one will do.

Shapes: x any, scale a 0-d tensor. Returns: (q int8 like x, scale), and x̂ like q.
"""

import torch
from torch import Tensor


def quantize_int8_symmetric(x: Tensor) -> tuple[Tensor, Tensor]:
    """Codes and their common scale."""
    absmax = x.abs().max()
    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8
    q = (x / scale).round().to(torch.int8)
    return q, scale


def dequantize(q: Tensor, scale: float | Tensor) -> Tensor:
    """The values that the codes stand for."""
    return q * scale
