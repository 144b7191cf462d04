"""Gradient clipping by the global norm (Pascanu, Mikolov & Bengio 2013, arXiv:1211.5063, algorithm 1).

    ‖g‖ = √(Σ_p Σ_i g_pi²)          over all entries of all parameters
    g ← g · max_norm / ‖g‖          if ‖g‖ > max_norm

All gradients get one factor, so that the direction of the step stays what it was; clipping each parameter by itself would turn
it. The norm of the norms is the norm of all entries. It is returned as it was before, to be logged.

params: any iterable of tensors, read once; those without a gradient are skipped. `.grad` is scaled in place. Returns: a float.
"""

from collections.abc import Iterable

import torch
from torch import Tensor


def clip_grad_norm(params: Iterable[Tensor], max_norm: float) -> float:
    """Scale all gradients so that together they are no longer than max_norm; their norm before."""
    grads = [p.grad for p in params if p.grad is not None]
    if not grads:
        return 0.0
    norm = torch.stack([grad.norm() for grad in grads]).norm()
    if norm > max_norm:
        for grad in grads:
            grad.mul_(max_norm / norm)
    return float(norm)
