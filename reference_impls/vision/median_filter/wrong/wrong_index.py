# slip: one-place-too-low
import numpy as np


def median_filter(img, size=3):
    k = size // 2
    p = np.pad(img, k, mode="symmetric")
    out = np.zeros_like(img)
    for i in range(img.shape[0]):
        for j in range(img.shape[1]):
            w = np.sort(p[i : i + size, j : j + size], axis=None)
            out[i, j] = w[max((len(w) + 1) // 2 - 2, 0)]
    return out
