"""Linear attention (Katharopoulos et al. 2020, arXiv:2006.16236, eqs. 4 to 7 and 9 to 11).

    φ(x) = elu(x) + 1                                       positive features
    out_i = φ(q_i)ᵀ Σ_j φ(k_j) v_jᵀ / (φ(q_i)ᵀ Σ_j φ(k_j))          over all j, or over j ≤ i if causal

The sums over keys don't depend on the query, so they are computed once: d·dv numbers in the place of T·S scores. In the
causal form they are running sums, S_i = S_{i-1} + φ(k_i) v_iᵀ, and a decoder needs no cache beyond them. Nothing is
scaled.

Shapes: q (...,T,d), k (...,S,d), v (...,S,dv), T = S if causal. Returns: (...,T,dv).
"""

import torch
from torch import Tensor
from torch.nn import functional

EPS = 1e-6  # features underflow to 0 far below 0


def linear_attention(q: Tensor, k: Tensor, v: Tensor, causal: bool = False) -> Tensor:
    """Attention with the kernel φ(q)·φ(k) in the place of exp(q·k)."""
    fq, fk = functional.elu(q) + 1, functional.elu(k) + 1
    if not causal:
        state = fk.transpose(-2, -1) @ v  # (...,d,dv)
        total = fk.sum(dim=-2)  # (...,d)
        return fq @ state / (fq @ total[..., None] + EPS)
    state, total = torch.zeros_like(fk[..., 0, :, None] * v[..., 0, None, :]), torch.zeros_like(fk[..., 0, :])
    out = []
    for i in range(q.shape[-2]):
        state = state + fk[..., i, :, None] * v[..., i, None, :]  # (...,d,dv)
        total = total + fk[..., i, :]  # (...,d)
        numerator = (fq[..., i, None, :] @ state).squeeze(-2)  # (...,dv)
        out.append(numerator / ((fq[..., i, :] * total).sum(dim=-1, keepdim=True) + EPS))
    return torch.stack(out, dim=-2)
