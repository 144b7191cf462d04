"""Axial rotary position embedding in three dimensions, as video transformers use it (Kong et al. 2024, arXiv:2412.03603;
in one dimension Su et al. 2021, arXiv:2104.09864, eq. 15).

    d = dt + dx + dy:   the first dt channels rotated by the frame, the next dx by the column, the last dy by the row
    θ_i = theta^(-2i/w) in a group of w channels,   i = 0 ... w/2 - 1

Each axis has its own channels, so the score of two tokens depends on the offsets in time, column and row one by one. The
groups may differ in width: a clip has few frames and many cells, FLUX splits 128 channels into 16, 56 and 56.

Shapes: x (B,frames·height·width,d), frame by frame, each row by row; split = (dt,dx,dy), all even.
Returns: (B,frames·height·width,d).
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


def rope_3d(
    x: Tensor, frames: int, height: int, width: int, split: tuple[int, int, int], theta: float = 10000.0
) -> Tensor:
    """Rotate three groups of channels by frame, column and row."""
    n = torch.arange(frames * height * width, device=x.device)
    frame, row, column = n // (height * width), n // width % height, n % width  # (T,)
    groups = torch.split(x, list(split), dim=-1)
    return torch.cat([rotate(g, p, theta) for g, p in zip(groups, (frame, column, row), strict=True)], dim=-1)
