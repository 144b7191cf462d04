import numpy as np


def kl_divergence(p, q, eps=1e-12):
    p, q = np.asarray(p), np.maximum(np.asarray(q), eps)
    out = np.zeros_like(p)
    keep = p > 0
    out[keep] = p[keep] * np.log(p[keep] / q[keep])
    return out.sum(axis=-1)
