"""Kaiming initialization for ReLU networks (He et al. 2015, arXiv:1502.01852, section 2.2).

    y = W x,  x = max(0, y_prev)   →   Var y = fan_in · Var w · E[x²] = ½ fan_in · Var w · Var y_prev

ReLU sets half of a symmetric distribution to zero, and so halves its second moment. The variance stays the same from layer
to layer if ½ fan_in · Var w = 1, hence w ~ N(0, 2 / fan_in). Without the 2 (LeCun, Xavier) the signal shrinks by √2 a layer.
fan_out in its place keeps the variance of the gradients instead.

Shapes: returns W (fan_out, fan_in), a row per output, so that a layer is x @ W.T.
"""

import math

import torch
from torch import Tensor


def kaiming_normal(fan_out: int, fan_in: int) -> Tensor:
    """A weight matrix that keeps the variance of the activations through ReLU layers."""
    std = math.sqrt(2 / fan_in)
    return std * torch.randn(fan_out, fan_in)
