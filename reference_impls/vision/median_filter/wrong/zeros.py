# slip: zero-border
import numpy as np


def median_filter(img, size=3):
    k = size // 2
    p = np.zeros((img.shape[0] + 2 * k, img.shape[1] + 2 * k), img.dtype)
    p[k : k + img.shape[0], k : k + img.shape[1]] = img
    out = np.empty_like(img)
    for i in range(img.shape[0]):
        for j in range(img.shape[1]):
            out[i, j] = np.median(p[i : i + size, j : j + size])
    return out
