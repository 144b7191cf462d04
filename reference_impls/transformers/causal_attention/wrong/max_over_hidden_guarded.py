# slip: maximum-over-hidden-guarded
"""Differs on: a future key with a score 1000 above the visible ones -> the row is 0/0, masked to zeros."""
import math

import torch


def causal_attention(q, k, v):
    T, S, d = q.shape[-2], k.shape[-2], q.shape[-1]
    s = torch.einsum("bhtd,bhsd->bhts", q, k) / math.sqrt(d)
    s = s - s.max(dim=-1, keepdim=True).values          # large scores are safe now
    mask = torch.ones(T, S, device=q.device, dtype=s.dtype).tril(diagonal=S - T)
    p = torch.exp(s) * mask
    p = p / p.sum(-1, keepdim=True).clamp_min(1e-20)
    return torch.einsum("bhts,bhse->bhte", p, v)
