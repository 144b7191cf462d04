"""Sinusoidal positional encoding (Vaswani et al. 2017, arXiv:1706.03762, section 3.5).

    PE[pos, 2i] = sin(pos ω_i),   PE[pos, 2i + 1] = cos(pos ω_i),   ω_i = base^(-2i/d),   i = 0 ... d/2 - 1

Sine and cosine of one frequency are neighbours. A step of k positions rotates each pair by k ω_i, whatever the position, so
the dot product of two positions depends on their distance alone, and every row has the squared norm d/2.

Returns: (length,d), d even; the wavelengths grow from 2π to nearly 2π base.
"""

import torch
from torch import Tensor


def sinusoidal_encoding(length: int, d: int, base: float = 10000.0) -> Tensor:
    """Sines in the even channels, cosines of the same angles in the odd ones."""
    position = torch.arange(length, dtype=torch.float64)  # (length,)
    frequency = base ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)  # (d/2,)
    angle = position[:, None] * frequency  # (length,d/2)
    encoding = torch.empty(length, d)
    encoding[:, 0::2] = angle.sin()
    encoding[:, 1::2] = angle.cos()
    return encoding
