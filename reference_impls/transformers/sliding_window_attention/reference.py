"""Causal attention in a sliding window (Beltagy et al. 2020, arXiv:2004.05150, section 3.1, in its causal form as in
Mistral 7B, Jiang et al. 2023, arXiv:2310.06825, section 2).

    out_i = Σ_{max(0, i-w+1) ≤ j ≤ i} softmax_j(q_i · k_j / √d) v_j

A query sees its own position and the w - 1 before it, so a window of 1 returns v, and one of T or more is causal
attention. Layers stack: after L of them a token has heard from L (w - 1) positions back, and a cache needs w entries.

Shapes: q and k (B,H,T,d), v (B,H,T,dv), window ≥ 1. Returns: (B,H,T,dv).
"""

import math

import torch
from torch import Tensor


def sliding_window_attention(q: Tensor, k: Tensor, v: Tensor, window: int) -> Tensor:
    """Causal: position i attends to the last `window` positions up to i."""
    T, d = q.shape[-2:]
    scores = q @ k.transpose(-2, -1) / math.sqrt(d)  # (B,H,T,T)
    position = torch.arange(T, device=q.device)
    back = position[:, None] - position  # how far key j lies behind query i
    visible = (back >= 0) & (back < window)
    return scores.masked_fill(~visible, float("-inf")).softmax(dim=-1) @ v
