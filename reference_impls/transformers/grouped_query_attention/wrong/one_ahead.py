# slip: one-ahead
import torch
import math


def grouped_query_attention(q, k, v, causal=False):
    n = q.shape[1] // k.shape[1]
    k, v = k.repeat_interleave(n, 1), v.repeat_interleave(n, 1)
    s = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if causal:
        T, S = s.shape[-2:]
        s = s.masked_fill(torch.ones(T, S).triu(S - T + 2).bool(), float("-inf"))
    return s.softmax(-1) @ v
