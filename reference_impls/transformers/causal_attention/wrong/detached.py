# slip: none
import torch


def causal_attention(q, k, v):
    T, S = q.shape[-2], k.shape[-2]
    with torch.no_grad():
        mask = torch.ones(T, S).tril(S - T) == 0
        w = (q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5).masked_fill(mask, float("-inf")).softmax(-1)
    return w @ v
