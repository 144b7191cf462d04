# slip: divided-by-the-maximum
import numpy as np


def sobel(img):
    a = np.asarray(img).astype(np.float64)
    a = a / a.max()
    p = np.pad(a, 1, mode="edge")
    k = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    h, w = a.shape
    out = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            win = p[i : i + 3, j : j + 3]
            out[i, j] = np.hypot((k * win).sum(), (k.T * win).sum())
    return out
