# slip: table-of-scores-if-causal
import torch
import torch.nn.functional as F


def linear_attention(q, k, v, causal=False):
    q, k = F.elu(q) + 1, F.elu(k) + 1
    if causal:
        a = torch.tril(q @ k.transpose(-1, -2))
        return a @ v / (a.sum(-1, keepdim=True) + 1e-6)
    z = q @ k.sum(dim=-2, keepdim=True).transpose(-1, -2)
    return q @ (k.transpose(-1, -2) @ v) / (z + 1e-6)
