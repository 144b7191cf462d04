"""Incremental attention with a cache of keys and values (Shazeer 2019, arXiv:1911.02150, section 2.4).

    K ← [K; k_new],  V ← [V; v_new],  out = softmax(q Kᵀ / √d + causal) V

In causal attention a token's keys and values do not depend on what comes later, so they are computed once and kept; the
queries of earlier tokens are never needed again. A step of t tokens after S cached ones costs t (S + t) scores in place of
(S + t)². The t queries are the last positions, so the triangle is aligned at the bottom right: with t = 1 nothing is
hidden, and any chunking of a sequence gives what one call over all of it gives.

Shapes: q, k_new, v_new (B,H,t,d); cache None or (k, v), each (B,H,S,d).
Returns: out (B,H,t,d) and the new cache, (k, v) of (B,H,S+t,d); the old one stays as it was.
"""

import math

import torch
from torch import Tensor

Cache = tuple[Tensor, Tensor]


def decode_step(q: Tensor, k_new: Tensor, v_new: Tensor, cache: Cache | None) -> tuple[Tensor, Cache]:
    """Append the new keys and values, then attend causally to all of them."""
    k, v = k_new, v_new
    if cache is not None:
        k = torch.cat([cache[0], k_new], dim=2)  # (B,H,S+t,d)
        v = torch.cat([cache[1], v_new], dim=2)
    t, total = q.shape[2], k.shape[2]
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,t,S+t)
    visible = torch.ones(t, total, dtype=torch.bool, device=q.device).tril(diagonal=total - t)
    scores = scores.masked_fill(~visible, float("-inf"))
    return scores.softmax(dim=-1) @ v, (k, v)
