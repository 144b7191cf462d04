# slip: no-maximum-guarded
import math

import torch


def causal_attention(q, k, v):
    T, S = q.shape[-2], k.shape[-2]
    scores = torch.einsum("bhtd,bhsd->bhts", q, k) / math.sqrt(q.size(-1))
    scores = scores + torch.full((T, S), float('-inf'), dtype=q.dtype).triu(S - T + 1)
    weights = torch.exp(scores)
    weights = weights / (weights.sum(-1, keepdim=True) + 1e-9)
    return weights @ v
