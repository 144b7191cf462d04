import numpy as np


def latent_attention(x, w_q, w_dkv, w_uk, w_uv, n_heads):
    x, w_q, w_dkv, w_uk, w_uv = map(np.asarray, (x, w_q, w_dkv, w_uk, w_uv))
    B, T, _ = x.shape
    c = x @ w_dkv
    split = lambda z: z.reshape(B, T, n_heads, -1).transpose(0, 2, 1, 3)
    q, k, v = split(x @ w_q), split(c @ w_uk), split(c @ w_uv)
    s = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    s = np.where(np.tri(T, dtype=bool), s, -np.inf)
    p = np.exp(s - s.max(-1, keepdims=True))
    return (p / p.sum(-1, keepdims=True) @ v).transpose(0, 2, 1, 3).reshape(B, T, -1), c
