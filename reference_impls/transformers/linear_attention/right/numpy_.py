import numpy as np


def linear_attention(q, k, v, causal=False):
    q, k, v = (np.asarray(z) for z in (q, k, v))
    phi = lambda x: np.where(x > 0, x + 1, np.exp(np.minimum(x, 0)))
    q, k = phi(q), phi(k)
    if not causal:
        return q @ (np.swapaxes(k, -1, -2) @ v) / (q @ k.sum(-2)[..., None])
    S, z, out = np.zeros((*k.shape[:-2], k.shape[-1], v.shape[-1])), np.zeros(k.shape[:-2] + k.shape[-1:]), np.empty(v.shape)
    for i in range(q.shape[-2]):
        S = S + k[..., i, :, None] * v[..., i, None, :]
        z = z + k[..., i, :]
        out[..., i, :] = np.einsum("...d,...de->...e", q[..., i, :], S) / (q[..., i, :] * z).sum(-1, keepdims=True)
    return out
