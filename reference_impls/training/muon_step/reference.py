"""One step of Muon (Jordan et al. 2024, "Muon: An optimizer for hidden layers in neural networks"; weight decay as in Liu et al.
2025, arXiv:2502.16982, eq. 3).

    m ← μ m + (1 - μ) g,   u = (1 - μ) g + μ m                         Nesterov
    X ← u / ‖u‖,   then  X ← a X + b A X + c A² X,  A = X Xᵀ           Newton-Schulz, (a, b, c) = (3.4445, -4.7750, 2.0315)
    θ ← (1 - η λ) θ - η √max(1, r/c) X

With the SVD u = U S Vᵀ each iteration maps every singular value s to a s + b s³ + c s⁵ and leaves U and V: the map pulls (0, 1]
to about [0.7, 1.2] in few steps, so that X ≈ U Vᵀ. All directions move by about the same length. The coefficients are chosen
for speed at small s, not to converge to 1. ‖u‖ is Frobenius's norm, an upper bound of the largest singular value. A is smaller
where the matrix is wide, hence the transposition; it changes no value.

param, grad: (r,c), left as they are. state: {} before the first step; `m` is written into it.
Returns: the new parameter; nothing is recorded for autograd.
"""

from typing import Any

import torch
from torch import Tensor


def orthogonalize(u: Tensor, steps: int) -> Tensor:
    """About U Vᵀ of the SVD u = U S Vᵀ."""
    X = u.T if u.shape[0] > u.shape[1] else u  # wide
    X = X / (X.norm() + 1e-7)
    for _ in range(steps):
        A = X @ X.T
        X = 3.4445 * X + (-4.7750 * A + 2.0315 * A @ A) @ X
    return X.T if u.shape[0] > u.shape[1] else X


@torch.no_grad()
def muon_step(
    param: Tensor,
    grad: Tensor,
    state: dict[str, Any],
    lr: float = 0.02,
    momentum: float = 0.95,
    weight_decay: float = 0.0,
    ns_steps: int = 5,
) -> Tensor:
    """The parameter after the step; `state` moves on with it."""
    r, c = param.shape
    m = (1 - momentum) * grad
    if state:
        m = momentum * state["m"] + m
    state["m"] = m
    u = (1 - momentum) * grad + momentum * m
    step = max(1, r / c) ** 0.5 * orthogonalize(u, ns_steps)
    return param * (1 - lr * weight_decay) - lr * step
