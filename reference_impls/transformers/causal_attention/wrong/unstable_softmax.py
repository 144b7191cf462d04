# slip: none
import torch


def causal_attention(q, k, v):
    T, S = q.shape[-2], k.shape[-2]
    e = torch.exp(q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5) * torch.ones(T, S, dtype=q.dtype).tril(S - T)
    return (e / e.sum(-1, keepdim=True)) @ v
