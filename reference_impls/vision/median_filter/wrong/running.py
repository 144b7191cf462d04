# slip: written-over
import numpy as np


def median_filter(img, size=3):
    k = size // 2
    p = np.pad(img, k, mode="symmetric")
    for i in range(k, k + img.shape[0]):
        for j in range(k, k + img.shape[1]):
            p[i, j] = np.median(p[i - k : i + k + 1, j - k : j + k + 1])
    return p[k : k + img.shape[0], k : k + img.shape[1]]
