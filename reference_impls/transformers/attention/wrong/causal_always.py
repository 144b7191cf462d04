# slip: always-causal
import torch
def attention(q, k, v, mask=None):
    s = q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5
    T, S = s.shape[-2:]
    s = s.masked_fill(~torch.ones(T, S, dtype=torch.bool).tril(S - T), float('-inf')) if mask is None else s.masked_fill(mask == 0, float('-inf'))
    a = s.softmax(-1)
    return a @ v, a
