# slip: small-eps-under-the-root
import numpy as np


def sobel(img):
    p = np.pad(np.asarray(img).astype(float), 1, "symmetric")
    a, b, c = p[:-2], p[1:-1], p[2:]
    s, d = a + 2 * b + c, c - a
    gx = s[:, 2:] - s[:, :-2]
    gy = d[:, :-2] + 2 * d[:, 1:-1] + d[:, 2:]
    return np.sqrt(gx * gx + gy * gy + 1e-8)
