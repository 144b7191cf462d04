# slip: maximum-of-a-head
"""Differs on: q[..., 0, :] = 100, q[..., 1, :] = -100, k = ones, d = 4 -> the row of query 1 is nan."""
import torch


def grouped_query_attention(q, k, v, causal=False):
    G = q.shape[1] // k.shape[1]
    T, S, d = q.shape[2], k.shape[2], q.shape[3]
    heads = []
    for h in range(q.shape[1]):
        kv = h // G
        s = q[:, h] @ k[:, kv].transpose(1, 2) / d ** 0.5
        if causal:
            hide = torch.arange(S)[None, :] > torch.arange(T)[:, None] + (S - T)
            s = s.masked_fill(hide.to(s.device), float("-inf"))
        p = (s - s.max()).exp()
        p = p / p.sum(dim=-1, keepdim=True)
        heads.append(p @ v[:, kv])
    return torch.stack(heads, dim=1)
