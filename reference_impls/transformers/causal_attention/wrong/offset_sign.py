# slip: offset-reversed
import torch
def causal_attention(q, k, v):
    s = q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5
    T, S = s.shape[-2:]
    s = s.masked_fill(~torch.ones(T, S, dtype=torch.bool).tril(T - S), float('-inf'))
    return s.softmax(-1).nan_to_num() @ v
