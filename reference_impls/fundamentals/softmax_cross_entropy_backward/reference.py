"""Backward pass of softmax and cross-entropy in one step (Bishop 2006, PRML, eq. 4.109; Goodfellow et al. 2016, section 6.2.2.3).

    L = 1/M Σ_n -log p_n[y_n],   p_n = softmax(z_n)          the sum over the M rows that count

    ∂L/∂z_nc = (p_nc - [c = y_n]) / M                        0 in rows that don't count

log p[y] = z[y] - log Σ_c exp(z_c), and the derivative of the log-sum-exp is the softmax: the Jacobian of the softmax is never
built. With the row's maximum subtracted no exponential exceeds 1. Every row sums to zero: a shift of its logits is free.

Shapes: logits (N,C), targets (N,) of class indices, or ignore_index, which may be any int. Returns: (N,C).
"""

import torch
from torch import Tensor


def softmax_cross_entropy_backward(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    """Softmax minus one-hot, divided by the number of rows that count."""
    kept = targets != ignore_index  # (N,)
    e = (logits - logits.amax(dim=-1, keepdim=True)).exp()
    p = e / e.sum(dim=-1, keepdim=True)  # (N,C)
    one_hot = targets[:, None] == torch.arange(logits.shape[-1])  # (N,C)
    return (p - one_hot.to(p.dtype)).masked_fill(~kept[:, None], 0) / kept.sum()
