"""Score of an energy-based model (LeCun et al. 2006; Hyvärinen 2005, JMLR 6, section 2).

    p(x) = exp(-E(x)) / Z,      Z = ∫ exp(-E)              unknown, but the same for every x
    s(x) = ∇_x log p(x) = -∇_x E(x)

The gradient with respect to the data drops Z; that with respect to parameters would not. Every sample has its own energy, so the
gradient of their sum holds each sample's own gradient.

Shapes: x (B,...), energy(x) (B,). Returns: the score, like x, without a graph.
"""

from collections.abc import Callable

import torch
from torch import Tensor


def score_from_energy(energy: Callable[[Tensor], Tensor], x: Tensor) -> Tensor:
    """-∇E at x; neither x nor the energy's parameters get a `.grad`."""
    leaf = x.detach().requires_grad_()
    with torch.enable_grad():
        total = energy(leaf).sum()
    return -torch.autograd.grad(total, leaf)[0]
