"""The backward pass of softmax attention by hand (Dao et al. 2022, arXiv:2205.14135, appendix B.2, eqs. 3 to 6).

    P  = softmax(q kᵀ / √d)                    recomputed, with the causal mask if any
    dV = Pᵀ dO
    dP = dO Vᵀ
    dS = P ∘ (dP - D),   D_i = Σ_j P_ij dP_ij  the softmax's Jacobian: D is also the row sum of dO ∘ O
    dQ = dS K / √d,   dK = dSᵀ Q / √d

Where a key is hidden P is 0, and so is dS: the mask needs no care of its own. The scale is passed on to both products.

Shapes: dout (B,H,T,dv), q (B,H,T,d), k (B,H,S,d), v (B,H,S,dv); T ≤ S if causal. Returns: dq, dk and dv like q, k and v.
"""

import math

import torch
from torch import Tensor


def attention_backward(
    dout: Tensor, q: Tensor, k: Tensor, v: Tensor, causal: bool = False
) -> tuple[Tensor, Tensor, Tensor]:
    """Gradients of a loss with respect to q, k and v, given that with respect to the output."""
    T, S, scale = q.shape[-2], k.shape[-2], 1 / math.sqrt(q.shape[-1])
    scores = scale * q @ k.transpose(-2, -1)  # (B,H,T,S)
    if causal:
        visible = torch.ones(T, S, dtype=torch.bool, device=q.device).tril(diagonal=S - T)
        scores = scores.masked_fill(~visible, float("-inf"))
    p = scores.softmax(dim=-1)
    dv = p.transpose(-2, -1) @ dout  # (B,H,S,dv)
    dp = dout @ v.transpose(-2, -1)  # (B,H,T,S)
    ds = p * (dp - (p * dp).sum(dim=-1, keepdim=True))
    dq = scale * ds @ k
    dk = scale * ds.transpose(-2, -1) @ q
    return dq, dk, dv
