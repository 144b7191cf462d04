"""Mamba's selective scan, step by step (Gu & Dao 2023, arXiv:2312.00752, eqs. 2 and 4, algorithm 2).

    h_t = exp(Δ_t A) ⊙ h_{t-1} + Δ_t B_t x_t,      y_t = C_t · h_t + D x_t

Every channel has N state values with decay rates A of their own (diagonal). Δ, B and C depend on the input: a large Δ forgets
the past and writes the present, Δ = 0 would keep the state as it is. The exact zero-order hold has B̄ = A⁻¹ (exp(ΔA) - I) B;
Mamba's code takes its first order, Δ B. The last state is all that the next chunk needs to know of this one: constant memory,
where a KV cache grows. Training runs the same recurrence as an associative scan.

Shapes: x, delta (B,T,D); a (D,N); b, c (B,T,N); d (D,); h (B,D,N). Returns: y (B,T,D), the last h (B,D,N).
"""

import torch
from torch import Tensor


def selective_scan(
    x: Tensor, delta: Tensor, a: Tensor, b: Tensor, c: Tensor, d: Tensor, h: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """The outputs of all steps, and the state after the last one."""
    if h is None:
        h = x.new_zeros(x.shape[0], *a.shape)  # (B,D,N)
    decay = torch.exp(delta[..., None] * a)  # (B,T,D,N)
    written = (delta * x)[..., None] * b[:, :, None]  # (B,T,D,1) * (B,T,1,N) -> (B,T,D,N)
    y = []
    for t in range(x.shape[1]):
        h = decay[:, t] * h + written[:, t]
        y.append((h * c[:, t, None]).sum(dim=-1) + d * x[:, t])  # (B,D)
    return torch.stack(y, dim=1), h
