import numpy as np


def rope_half(x, theta=10000.0, offset=0):
    x = np.asarray(x)
    h = x.shape[-1] // 2
    out = np.zeros(x.shape)
    for t in range(x.shape[-2]):
        for i in range(h):
            a = (offset + t) * theta ** (-i / h)
            u, v = x[..., t, i].astype(float), x[..., t, i + h].astype(float)
            out[..., t, i] = np.cos(a) * u - np.sin(a) * v
            out[..., t, i + h] = np.sin(a) * u + np.cos(a) * v
    return out.astype(x.dtype)
