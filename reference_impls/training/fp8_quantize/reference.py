"""Rounding to float8 E4M3FN with saturation (Micikevicius et al. 2022, FP8 formats for deep learning, arXiv:2209.05433, table 1).

    x = ± k · 2^(e - 3),   e = max(floor(log2 |x|), -6),   k = 8 ... 15 (normal) or 0 ... 7 (subnormal, e = -6)

Three mantissa bits split each octave into eight steps. Below 2^-6 the steps stay at 2^-9 and reach 0, so the relative error is no
longer bounded. S.1111.111 is NaN, which makes 1.75 · 2^8 = 448 the largest value; there are no infinities. Rounding x / step to
the nearest integer, ties to even, is rounding to the even code, since the last bit of k is the last bit of the code.

x: any shape, float16 to float64. Returns: the rounded values, in the shape and dtype of x; NaN stays NaN.
"""

import torch
from torch import Tensor


def fp8_e4m3(x: Tensor) -> Tensor:
    """The nearest value of the format to each entry."""
    size = x.abs().clamp(max=448)
    exponent = torch.frexp(size).exponent - 1  # size = mantissa · 2^exponent, mantissa in [1, 2)
    step = (2.0 ** (exponent.clamp(min=-6) - 3)).to(x.dtype)
    return torch.copysign((size / step).round() * step, x)
