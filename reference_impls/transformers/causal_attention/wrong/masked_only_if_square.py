# slip: masked-only-if-square
"""Differs on: T = 2, S = 3 -> query 0 must not see key 2, but sees it; right for T = S and for T = 1."""
import torch


def causal_attention(q, k, v):
    B, H, T, d = q.shape
    S = k.shape[2]
    att = (q @ k.transpose(2, 3)) * d ** -0.5
    if T == S:
        tri = torch.triu(torch.ones(T, T, dtype=torch.bool, device=q.device), 1)
        att = att.masked_fill(tri, -torch.inf)
    # else: decoding with a cache, all cached keys are in the past
    att = att.softmax(-1)
    return att @ v
