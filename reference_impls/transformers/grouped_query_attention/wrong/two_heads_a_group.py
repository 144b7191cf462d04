# slip: none
import torch


def grouped_query_attention(q, k, v, causal=False):
    """Right only where a group has one or two query heads."""
    if q.shape[1] != k.shape[1]:
        k, v = (torch.stack((x, x), 2).flatten(1, 2) for x in (k, v))
    if k.shape[1] != q.shape[1]:
        k, v = (x.repeat(1, q.shape[1] // x.shape[1], 1, 1) for x in (k, v))
    s = q @ k.mT / q.shape[-1] ** 0.5
    if causal:
        T, S = s.shape[-2:]
        s = s.masked_fill(torch.ones(T, S).tril(S - T) == 0, float("-inf"))
    return s.softmax(-1) @ v
