# slip: summed-along-the-features
import torch
import torch.nn.functional as F


def linear_attention(q, k, v, causal=False):
    q, k = F.elu(q) + 1, F.elu(k) + 1
    if not causal:
        return q @ (k.transpose(-1, -2) @ v) / (q * k.sum(-2, keepdim=True)).sum(-1, keepdim=True)
    kv = torch.cumsum(k.unsqueeze(-1) * v.unsqueeze(-2), dim=-2)
    z = torch.cumsum(k, dim=-2)
    return (q.unsqueeze(-1) * kv).sum(-2) / (q * z).sum(-1, keepdim=True)
