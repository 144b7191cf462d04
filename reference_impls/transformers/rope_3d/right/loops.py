import numpy as np


def rope_3d(x, frames, height, width, split, theta=10000.0):
    x = np.asarray(x)
    out = x.astype(np.float64)
    n = 0
    for t in range(frames):
        for r in range(height):
            for c in range(width):
                at = 0
                for pos, w in zip((t, c, r), split):
                    for i in range(w // 2):
                        a = pos / theta ** (2 * i / w)
                        u, v = x[:, n, at].astype(float), x[:, n, at + 1].astype(float)
                        out[:, n, at] = u * np.cos(a) - v * np.sin(a)
                        out[:, n, at + 1] = v * np.cos(a) + u * np.sin(a)
                        at += 2
                n += 1
    return out.astype(x.dtype)
