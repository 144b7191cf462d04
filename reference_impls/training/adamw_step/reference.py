"""One step of AdamW (Loshchilov & Hutter 2019, arXiv:1711.05101, algorithm 2; Adam: Kingma & Ba 2015, arXiv:1412.6980).

    m ← β₁ m + (1 - β₁) g        v ← β₂ v + (1 - β₂) g²
    m̂ = m / (1 - β₁ᵗ)            v̂ = v / (1 - β₂ᵗ)            t = 1, 2, ...
    θ ← θ - η λ θ - η m̂ / (√v̂ + ε)

m and v start at 0, so early averages are too small by the factor 1 - βᵗ. The decay λ acts on θ itself and never enters m and v:
inside the gradient (Adam with L2) it would be divided by √v̂ too. The paper multiplies λ by the schedule alone; PyTorch and
this page by the whole learning rate η.

param, grad: one shape, left as they are. state: {} before the first step; `step`, `m`, `v` are written into it.
Returns: the new parameter; nothing is recorded for autograd.
"""

from typing import Any

import torch
from torch import Tensor


@torch.no_grad()
def adamw_step(
    param: Tensor,
    grad: Tensor,
    state: dict[str, Any],
    lr: float = 1e-3,
    betas: tuple[float, float] = (0.9, 0.999),
    eps: float = 1e-8,
    weight_decay: float = 0.01,
) -> Tensor:
    """The parameter after the step; `state` moves on with it."""
    if not state:
        state.update(step=0, m=torch.zeros_like(param), v=torch.zeros_like(param))
    t: int = state["step"] + 1
    beta1, beta2 = betas
    m: Tensor = beta1 * state["m"] + (1 - beta1) * grad
    v: Tensor = beta2 * state["v"] + (1 - beta2) * grad**2
    state.update(step=t, m=m, v=v)
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return param - lr * weight_decay * param - lr * m_hat / (v_hat.sqrt() + eps)
