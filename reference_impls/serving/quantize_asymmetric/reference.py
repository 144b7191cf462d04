"""Asymmetric quantization with a zero point (Jacob et al. 2018, arXiv:1712.05877, section 2.1, eq. 1; Nagel et al. 2021,
arXiv:2106.08295).

    x ≈ s (q - z),     s = (hi - lo) / (2^bits - 1),   z = round(-lo / s),   q = clamp(round(x / s) + z, 0, 2^bits - 1)

The range [lo, hi] of the values is widened to hold 0. So z is one of the codes, and 0 is represented exactly: padding, relu's
zeros and pruned weights stay what they are. Where all values lie on one side of 0, all codes serve that side; a symmetric code
wastes half of them. A tensor of zeros has no range; any scale will do.

x: any shape, finite. Returns: (q of x's shape in uint8, scale, zero_point): a positive number and an integer code.
"""

import torch
from torch import Tensor


def quantize_asymmetric(x: Tensor, bits: int = 8) -> tuple[Tensor, float, int]:
    """One scale and one zero point for the whole tensor."""
    top = 2**bits - 1
    lo, hi = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
    scale = (hi - lo) / top or 1.0  # a tensor of zeros
    zero_point = round(-lo / scale)
    q = ((x / scale).round() + zero_point).clamp(0, top).to(torch.uint8)
    return q, scale, zero_point
