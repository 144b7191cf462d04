import numpy as np


def rope_2d(x, height, width, theta=10000.0):
    x = np.asarray(x)
    out = x.astype(np.float64)
    half = x.shape[2] // 2
    for r in range(height):
        for c in range(width):
            for start, pos in ((0, c), (half, r)):
                for i in range(half // 2):
                    a = pos * theta ** (-2.0 * i / half)
                    p, q = start + 2 * i, start + 2 * i + 1
                    u, v = x[:, r * width + c, p].astype(float), x[:, r * width + c, q].astype(float)
                    out[:, r * width + c, p] = u * np.cos(a) - v * np.sin(a)
                    out[:, r * width + c, q] = u * np.sin(a) + v * np.cos(a)
    return out.astype(x.dtype)
