import numpy as np


def group_norm(x, groups, gamma, beta, eps=1e-5):
    x, gamma, beta = (np.asarray(a) for a in (x, gamma, beta))
    N, C, H, W = x.shape
    g = x.reshape(N, groups, C // groups, H, W)
    m = g.mean(axis=(2, 3, 4), keepdims=True)
    v = g.var(axis=(2, 3, 4), keepdims=True)
    y = ((g - m) / np.sqrt(v + eps)).reshape(N, C, H, W)
    return y * gamma[None, :, None, None] + beta[None, :, None, None]
