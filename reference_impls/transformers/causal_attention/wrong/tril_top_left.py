# slip: top-left
import torch
import torch.nn.functional as F


def causal_attention(q, k, v):
    T, S = q.shape[-2], k.shape[-2]
    mask = torch.triu(torch.ones(T, S), diagonal=1).bool()
    scores = torch.einsum("bhtd,bhsd->bhts", q, k) * q.shape[-1] ** -0.5
    scores[..., mask] = float("-inf")
    return F.softmax(scores, -1) @ v
