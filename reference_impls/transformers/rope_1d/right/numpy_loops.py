import numpy as np


def rope_1d(x, theta=10000.0, offset=0):
    out = np.empty(x.shape, dtype=np.float64)
    T, d = x.shape[-2:]
    for t in range(T):
        for i in range(d // 2):
            phi = (t + offset) * theta ** (-2 * i / d)
            c, s = np.cos(phi), np.sin(phi)
            a, b = x[..., t, 2 * i], x[..., t, 2 * i + 1]
            out[..., t, 2 * i] = a * c - b * s
            out[..., t, 2 * i + 1] = a * s + b * c
    return out.astype(x.dtype)
