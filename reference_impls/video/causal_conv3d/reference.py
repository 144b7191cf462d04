"""Convolution over a video that never looks ahead (Yu et al. 2023, MAGVIT-v2, arXiv:2310.05737).

    y[f] = b + Σ_{j<kt} W[j] ⊛ x[f - (kt-1) + j],   x[f] = 0 for f < 0

A 3D convolution with 'same' padding pads time on both sides: a frame depends on later ones. Here all kt - 1 frames of padding
stand before the video: the last tap of the kernel is the present frame, the length stays F, and the first frame sees itself
alone, which lets one model encode images and videos. In space the padding is symmetric, k // 2. Padding is with zeros; some
video autoencoders repeat the first frame instead.

Shapes: x (B,C,F,H,W), weight (O,C,kt,kh,kw) with kh and kw odd, bias (O,) or None. Returns: (B,O,F,H,W).
"""

import torch.nn.functional as nnf
from torch import Tensor


def causal_conv3d(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """3D convolution of stride 1, padded in the past and on all sides of a frame."""
    kt, kh, kw = weight.shape[2:]
    padding = (kw // 2, kw // 2, kh // 2, kh // 2, kt - 1, 0)  # from the last axis to the first: before and after
    return nnf.conv3d(nnf.pad(x, padding), weight, bias)  # (B,C,F+kt-1,H+kh-1,W+kw-1) -> (B,O,F,H,W)
