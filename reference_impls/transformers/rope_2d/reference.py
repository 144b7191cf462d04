"""Axial rotary position embedding in two dimensions (Heo et al. 2024, arXiv:2403.13298, section 3.2; in one dimension Su et
al. 2021, arXiv:2104.09864, eq. 15).

    first half of the channels   rotated by the column index   (as in one dimension, with its own width d/2)
    second half                  rotated by the row index
    θ_i = theta^(-2i/(d/2)),   i = 0 ... d/4 - 1

The score of a query at (r, c) and a key at (r', c') then depends on positions through r' - r and c' - c alone. One dimension
along the flattened grid cannot do that: two cells that touch vertically are `width` positions apart.

Shapes: x (B,height·width,d), row by row, d divisible by 4.
Returns: (B,height·width,d).
"""

import torch
from torch import Tensor


def rotate(x: Tensor, position: Tensor, theta: float) -> Tensor:
    """Rotate neighbouring channels of x (B,T,w) by position (T,) times theta^(-2i/w)."""
    w = x.shape[-1]
    frequency = theta ** (-torch.arange(0, w, 2, dtype=x.dtype, device=x.device) / w)  # (w/2,)
    angle = position[:, None] * frequency  # (T,w/2)
    cos, sin = angle.cos(), angle.sin()
    even, odd = x[..., 0::2], x[..., 1::2]  # (B,T,w/2)
    return torch.stack((even * cos - odd * sin, even * sin + odd * cos), dim=-1).flatten(-2)


def rope_2d(x: Tensor, height: int, width: int, theta: float = 10000.0) -> Tensor:
    """Rotate one half of the channels by the column, the other by the row."""
    cell = torch.arange(height * width, device=x.device)
    row, column = cell // width, cell % width  # (T,)
    left, right = x.chunk(2, dim=-1)  # (B,T,d/2)
    return torch.cat((rotate(left, column, theta), rotate(right, row, theta)), dim=-1)
