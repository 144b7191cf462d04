"""Grouped-query attention (Ainslie et al. 2023, arXiv:2305.13245, section 2.2).

    out_h = softmax(q_h k_jᵀ / √d) v_j,   j = ⌊h / G⌋,   G = Hq / Hkv

Each key/value head serves G neighbouring query heads: G = 1 is multi-head attention, Hkv = 1 is multi-query attention
(Shazeer 2019, arXiv:1911.02150). The cache and its traffic shrink by G, the scores cost as much as before: the cache keeps
Hkv heads, and they are repeated only here. Causal: the queries are the last T of S positions, the triangle is aligned at
the bottom right.

Shapes: q (B,Hq,T,d), k (B,Hkv,S,d), v (B,Hkv,S,dv); T <= S if causal.
Returns: out (B,Hq,T,dv).
"""

import math

import torch
from torch import Tensor


def grouped_query_attention(q: Tensor, k: Tensor, v: Tensor, causal: bool = False) -> Tensor:
    """Query head h attends with key/value head h // (Hq / Hkv)."""
    T, S = q.shape[-2], k.shape[-2]
    G = q.shape[1] // k.shape[1]
    k = k.repeat_interleave(G, dim=1)  # (B,Hq,S,d): heads 0,0,..,1,1,..
    v = v.repeat_interleave(G, dim=1)  # (B,Hq,S,dv)
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,Hq,T,S)
    if causal:
        visible = torch.ones(T, S, dtype=torch.bool, device=q.device).tril(diagonal=S - T)
        scores = scores.masked_fill(~visible, float("-inf"))
    return scores.softmax(dim=-1) @ v
