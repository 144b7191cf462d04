# slip: mask-interleaved-over-folded-queries
"""Differs on: causal=True, Hq = 2, Hkv = 1, T = S = 3 -> rows (head, time) get the mask of the wrong time; right without causal, for T = 1 or Hq = Hkv."""
import math

import torch


def grouped_query_attention(q, k, v, causal=False):
    B, Hq, T, d = q.shape
    Hkv, S = k.shape[1], k.shape[2]
    G = Hq // Hkv
    folded = q.reshape(B, Hkv, G * T, d)
    scores = folded @ k.transpose(-1, -2) / math.sqrt(d)
    if causal:
        visible = torch.ones(T, S, dtype=torch.bool, device=q.device).tril(S - T)
        visible = visible.repeat_interleave(G, dim=0)           # (G*T, S)
        scores = scores.masked_fill(~visible, float("-inf"))
    out = scores.softmax(-1) @ v
    return out.reshape(B, Hq, T, -1)
