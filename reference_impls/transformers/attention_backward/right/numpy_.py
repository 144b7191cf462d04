import numpy as np


def attention_backward(dout, q, k, v, causal=False):
    g, q, k, v = (np.asarray(z) for z in (dout, q, k, v))
    T, S, root = q.shape[-2], k.shape[-2], np.sqrt(q.shape[-1])
    s = q @ k.swapaxes(-1, -2) / root
    if causal:
        s = np.where(np.tri(T, S, S - T, dtype=bool), s, -np.inf)
    e = np.exp(s - s.max(-1, keepdims=True))
    p = e / e.sum(-1, keepdims=True)
    dp = g @ v.swapaxes(-1, -2)
    ds = p * (dp - (p * dp).sum(-1, keepdims=True)) / root
    return ds @ k, ds.swapaxes(-1, -2) @ q, p.swapaxes(-1, -2) @ g
