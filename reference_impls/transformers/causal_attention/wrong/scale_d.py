# slip: scale-by-d
import torch
def causal_attention(q, k, v):
    s = q @ k.transpose(-2, -1) / q.shape[-1]
    T, S = s.shape[-2:]
    s = s.masked_fill(~torch.ones(T, S, dtype=torch.bool).tril(S - T), float('-inf'))
    return s.softmax(-1) @ v
