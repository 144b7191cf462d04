"""Softmax along one axis (Goodfellow et al. 2016, Deep Learning, section 4.1, eq. 4.1).

    softmax(x)_i = exp(x_i) / Σ_j exp(x_j) = exp(x_i - m) / Σ_j exp(x_j - m),   m = max_j x_j

A common shift changes nothing in exact arithmetic. Without it exp overflows (beyond 88 in float32), and where all entries
lie far below zero the sum underflows to 0; with it every exponent is at most 0 and the sum at least 1. The maximum belongs
to one slice: a shared one may lie so far above another slice that all of it underflows. An entry of -inf gets exactly 0.

Shapes: x of any shape, dim one of its axes.
Returns: the shape of x.
"""

from torch import Tensor


def softmax(x: Tensor, dim: int = -1) -> Tensor:
    """Positive weights that sum to one along `dim`."""
    shifted = x - x.amax(dim=dim, keepdim=True)  # at most 0
    e = shifted.exp()
    return e / e.sum(dim=dim, keepdim=True)
