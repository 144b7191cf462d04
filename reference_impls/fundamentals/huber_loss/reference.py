"""Huber loss (Huber 1964, doi:10.1214/aoms/1177703732; Hastie, Tibshirani & Friedman 2009, eq. 10.23).

    loss = mean of ρ(pred - target),   ρ(e) = e²/2            for |e| ≤ δ
                                            = δ (|e| - δ/2)   for |e| > δ

The line continues the parabola with its value δ²/2 and its slope δ at |e| = δ. So the gradient is e, clipped to [-δ, δ]:
an outlier pulls no harder than an error of δ. For δ → ∞ it is half the squared error; δ times the absolute error for
δ → 0. Some libraries divide it by δ and call that smooth L1: the same only for δ = 1.

Shapes: pred, target of one shape. Returns: a scalar, the mean over all entries.
"""

import torch
from torch import Tensor


def huber_loss(pred: Tensor, target: Tensor, delta: float = 1.0) -> Tensor:
    """Mean of e²/2 within delta, of the line that continues it outside."""
    size = (pred - target).abs()
    quadratic = 0.5 * size**2
    linear = delta * (size - 0.5 * delta)
    return torch.where(size <= delta, quadratic, linear).mean()
