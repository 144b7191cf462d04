"""Fully connected layer (Goodfellow et al. 2016, Deep Learning, section 6.1; PyTorch documentation, torch.nn.Linear).

    y = x Wᵀ + b        W, b ~ U(-k, k),   k = 1/√in

A row of W belongs to one output, so that W is stored as (out,in) and transposed in the product; any leading axes of x are batch.
With this bound an output without its bias has a third of the mean square of its inputs as variance at the start, whatever their
number.

Shapes: weight (out,in), bias (out,), x (...,in). Returns: (...,out).
"""

import math

import torch
from torch import Tensor, nn


class Linear(nn.Module):
    """An affine map of the last axis."""

    def __init__(self, in_features: int, out_features: int) -> None:
        super().__init__()
        k = 1 / math.sqrt(in_features)
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-k, k))
        self.bias = nn.Parameter(torch.empty(out_features).uniform_(-k, k))

    def forward(self, x: Tensor) -> Tensor:
        """(...,in) -> (...,out)."""
        return x @ self.weight.T + self.bias
