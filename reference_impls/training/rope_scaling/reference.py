"""Rotary frequencies for a longer context than that of training: position interpolation (Chen et al. 2023,
arXiv:2306.15595, eq. 4) and the NTK-aware change of base (Peng et al. 2024, arXiv:2309.00071, section 3.1).

    none      θ_i = base^(-2i/d),   i = 0 ... d/2 - 1
    linear    θ_i / s                       every angle as at the position p/s
    ntk       base' = base · s^(d/(d-2)),   θ_i = base'^(-2i/d)

Linear scaling brings all positions back into the trained range and blurs neighbors, whose angles differ by less. The new
base leaves the fastest pair alone and divides the slowest, i = d/2 - 1, by exactly s: (s^(d/(d-2)))^(-(d-2)/d) = 1/s.

Returns: (d/2,) angular frequencies, fastest first. Raises: ValueError for another method.
"""

import torch
from torch import Tensor


def rope_frequencies(d: int, base: float = 10000.0, method: str | None = None, factor: float = 1.0) -> Tensor:
    """Radians that each pair of channels turns per position."""
    if method not in (None, "linear", "ntk"):
        raise ValueError(f"unknown method {method!r}")
    if method == "ntk":
        base = base * factor ** (d / (d - 2))
    frequency = base ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)  # (d/2,)
    return frequency / factor if method == "linear" else frequency
