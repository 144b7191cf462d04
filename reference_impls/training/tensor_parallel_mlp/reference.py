"""An MLP split over ranks (Shoeybi et al. 2019, Megatron-LM, arXiv:1909.08053, section 3, eqs. 1 and 3, figure 3a).

    gelu(x W1 + b1) W2 = Σ_r gelu(x W1[:, r] + b1[r]) W2[r, :]          r: the r-th block of the H hidden units

Columns of W1 make whole hidden units, so that the nonlinearity needs nothing from other ranks; rows of W2 take just these units.
One all-reduce sums the partial results. b2 is added after it, once: before it, every rank would add its own.

Shapes: x (N,D), w1 (D,H), b1 (H,), w2 (H,C), b2 (C,); ranks divides H. Returns: (out (N,C), partials (ranks,N,C)).
"""

import torch
import torch.nn.functional as F
from torch import Tensor


def tensor_parallel_mlp(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, ranks: int) -> tuple[Tensor, Tensor]:
    """The output, and what each rank contributes to its sum."""
    blocks = zip(w1.chunk(ranks, dim=1), b1.chunk(ranks), w2.chunk(ranks, dim=0), strict=True)
    partials = torch.stack([F.gelu(x @ w1_r + b1_r) @ w2_r for w1_r, b1_r, w2_r in blocks])  # (ranks,N,C)
    return partials.sum(dim=0) + b2, partials
