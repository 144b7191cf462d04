# slip: none
import torch


def attention_backward(dout, q, k, v, causal=False):
    T, S, c = q.shape[-2], k.shape[-2], q.shape[-1] ** -0.5
    s = c * (q @ k.mT)
    if causal:
        s = s.masked_fill(~torch.ones(T, S, dtype=torch.bool).tril(S - T), float("-inf"))
    p = s.softmax(-1)
    ds = p * (dout @ v.mT)
    return ds @ k, ds.mT @ q, p.mT @ dout
