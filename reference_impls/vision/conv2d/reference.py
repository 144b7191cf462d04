"""2D convolution as networks use it, a cross-correlation (Dumoulin & Visin 2016, arXiv:1603.07285, sections 1.1 and 2.4).

    y[n,o,h,w] = b[o] + Σ_{c,i,j} W[o,c,i,j] · x̃[n, c, s h + i, s w + j]          x̃: x with p zeros on all four sides
    H' = ⌊(H + 2p - kh) / s⌋ + 1,   W' = ⌊(W + 2p - kw) / s⌋ + 1

The kernel is not flipped, as it is in the convolution of signal processing: a learned one comes out the same either way. What is
left at the lower and right border, less than a stride, is never read.

Shapes: x (N,Cin,H,W), weight (Cout,Cin,kh,kw), bias (Cout,) or None; stride s and padding p are the same for both axes.
Returns: (N,Cout,H',W').
"""

import torch
import torch.nn.functional as nnf
from torch import Tensor


def conv2d(x: Tensor, weight: Tensor, bias: Tensor | None = None, stride: int = 1, padding: int = 0) -> Tensor:
    """Each window of the padded image, times each kernel."""
    kh, kw = weight.shape[2:]
    padded = nnf.pad(x, (padding, padding, padding, padding))  # (N,Cin,H+2p,W+2p)
    windows = padded.unfold(2, kh, stride).unfold(3, kw, stride)  # (N,Cin,H',W',kh,kw)
    out = torch.einsum("nchwij,ocij->nohw", windows, weight)  # (N,Cout,H',W')
    return out if bias is None else out + bias[:, None, None]
