"""Applying a gain map (ISO 21496-1:2025; Android's Ultra HDR format, "Display the image", without offsets).

    HDR = SDR · 2^(W G),       W ∈ [0,1]

G is the logarithm to base 2 of the gain, in stops, and W says how much of it the display has headroom for: 0 shows the image for
standard range, 1 all of it. Light multiplies, so SDR is linear and not gamma-encoded. A gain keeps black black, and flat areas
that were clipped stay flat.

sdr: linear light ≥ 0, any shape; log2_gain broadcasts to it, as (H,W,1) to (H,W,3). weight: a number or a tensor, likewise.
Returns: the shape of sdr.
"""

import torch
from torch import Tensor


def apply_gain_map(sdr: Tensor, log2_gain: Tensor, weight: float | Tensor = 1.0) -> Tensor:
    """Multiply by two to the power of the weighted gain."""
    return sdr * torch.exp2(weight * log2_gain)
