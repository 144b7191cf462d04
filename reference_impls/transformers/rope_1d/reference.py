"""Rotary position embedding, adjacent pairs (Su et al. 2021, arXiv:2104.09864, section 3.2.2, eqs. 14 and 15).

    (x_2i, x_2i+1) at position m  ->  rotated by the angle m θ_i,   θ_i = theta^(-2i/d),   i = 0 ... d/2 - 1

Rotations compose, so the product of a query rotated by m and a key rotated by n depends on positions through n - m
alone. With a cache the newest token is not at position 0: offset says where the sequence begins. Angles need float32:
half precision has no 2049, and a rounded frequency times a large position can be off by a radian.

Shapes: x (...,T,d), d even. The paper counts pairs from 1, hence its -2(i-1)/d.
Returns: (...,T,d), in the dtype of x.
"""

import torch
from torch import Tensor


def rope_1d(x: Tensor, theta: float = 10000.0, offset: int = 0) -> Tensor:
    """Rotate each pair of neighbouring channels by its position times its frequency."""
    T, d = x.shape[-2:]
    wide = torch.promote_types(x.dtype, torch.float32)
    position = torch.arange(offset, offset + T, dtype=wide, device=x.device)  # (T,)
    frequency = theta ** (-torch.arange(0, d, 2, dtype=wide, device=x.device) / d)  # (d/2,)
    angle = position[:, None] * frequency  # (T,d/2)
    cos, sin = angle.cos(), angle.sin()
    even, odd = x[..., 0::2].to(wide), x[..., 1::2].to(wide)  # (...,T,d/2)
    rotated = torch.stack((even * cos - odd * sin, even * sin + odd * cos), dim=-1)  # (...,T,d/2,2)
    return rotated.flatten(-2).to(x.dtype)
