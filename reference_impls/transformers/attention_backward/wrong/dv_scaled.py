# slip: dv-scaled
import torch


def attention_backward(dout, q, k, v, causal=False):
    T, S, c = q.shape[-2], k.shape[-2], q.shape[-1] ** -0.5
    s = c * (q @ k.mT)
    if causal:
        s = s.masked_fill(~torch.ones(T, S, dtype=torch.bool).tril(S - T), float("-inf"))
    p = s.softmax(-1)
    dp = dout @ v.mT
    ds = c * p * (dp - (p * dp).sum(-1, keepdim=True))
    return ds @ k, ds.mT @ q, c * p.mT @ dout
