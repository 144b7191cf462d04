"""Causal self-attention, also with a cache of earlier keys (Vaswani et al. 2017, arXiv:1706.03762, section 3.2.3).

    out_i = Σ_{j ≤ i + S - T} softmax_j(q_i · k_j / √d) v_j

The T queries are the last T of S positions, so the triangle of visible pairs is aligned at the bottom right: the last
query sees every key, and with T = 1 (one decoding step) nothing is masked. The diagonal is visible: without it the
first of T = S queries would have no key at all, and a softmax over nothing is NaN.

Shapes: q (B,H,T,d), k (B,H,S,d), v (B,H,S,dv), T <= S.
Returns: out (B,H,T,dv).
"""

import math

import torch
from torch import Tensor


def causal_attention(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """Query i attends to the keys j <= i + S - T."""
    T, S = q.shape[-2], k.shape[-2]
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,S)
    visible = torch.ones(T, S, dtype=torch.bool, device=q.device).tril(diagonal=S - T)
    scores = scores.masked_fill(~visible, float("-inf"))
    return scores.softmax(dim=-1) @ v
