# slip: border-unfiltered
import numpy as np


def median_filter(img, size=3):
    k = size // 2
    out = np.array(img)
    for i in range(k, len(img) - k):
        for j in range(k, len(img[0]) - k):
            out[i, j] = sorted(img[i - k : i + k + 1, j - k : j + k + 1].ravel())[size * size // 2]
    return out
