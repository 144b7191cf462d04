# slip: last-keys-alone
import torch
def causal_attention(q, k, v):
    T = q.shape[-2]
    k, v = k[..., -T:, :], v[..., -T:, :]
    s = q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5
    s = s.masked_fill(~torch.ones(T, T, dtype=torch.bool).tril(), float('-inf'))
    return s.softmax(-1) @ v
