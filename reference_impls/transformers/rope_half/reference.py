"""Rotary position embedding in the half-split layout of GPT-NeoX and of Hugging Face's Llama (Su et al. 2021,
arXiv:2104.09864, eqs. 15 and 34; Black et al. 2022, arXiv:2204.06745).

    (x_i, x_{i+d/2}) at position m  ->  rotated by the angle m θ_i,   θ_i = theta^(-2i/d),   i = 0 ... d/2 - 1
    x cos + rotate_half(x) sin,   rotate_half((a, b)) = (-b, a) for the halves a and b

The paper pairs neighbours instead. Both layouts are one function up to a permutation of the channels, so each works with
weights trained for it, and neither with the other's. Angles need float32: half precision has no 2049.

Shapes: x (...,T,d), d even. Returns: (...,T,d), in the dtype of x.
"""

import torch
from torch import Tensor


def rotate_half(x: Tensor) -> Tensor:
    """(a, b) -> (-b, a): a quarter turn in every pair."""
    a, b = x.chunk(2, dim=-1)
    return torch.cat((-b, a), dim=-1)


def rope_half(x: Tensor, theta: float = 10000.0, offset: int = 0) -> Tensor:
    """Rotate channels i and i + d/2 by their position times their frequency."""
    T, d = x.shape[-2:]
    wide = torch.promote_types(x.dtype, torch.float32)
    position = torch.arange(offset, offset + T, dtype=wide, device=x.device)  # (T,)
    frequency = theta ** (-torch.arange(0, d, 2, dtype=wide, device=x.device) / d)  # (d/2,)
    angle = (position[:, None] * frequency).repeat(1, 2)  # (T,d): one set of angles for each half
    rotated = x.to(wide) * angle.cos() + rotate_half(x.to(wide)) * angle.sin()
    return rotated.to(x.dtype)
