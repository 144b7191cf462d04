# slip: fill-of-a-thousand
import torch
def causal_attention(q, k, v):
    T, S = q.shape[-2], k.shape[-2]
    s = q @ k.mT / q.shape[-1] ** .5
    return s.masked_fill(torch.ones(T, S).triu(S - T + 1) > 0, -1e3).softmax(-1) @ v
