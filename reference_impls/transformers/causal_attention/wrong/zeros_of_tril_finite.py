# slip: zero-scores-hidden-finite
import math

import torch


def causal_attention(q, k, v):
    T, S = q.shape[-2], k.shape[-2]
    scores = torch.einsum("bhtd,bhsd->bhts", q, k) / math.sqrt(q.size(-1))
    scores = torch.tril(scores, diagonal=S - T)
    scores = torch.where(scores == 0, torch.full_like(scores, -1e9), scores)
    return torch.softmax(scores, dim=-1) @ v
