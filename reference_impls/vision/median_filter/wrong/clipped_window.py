# slip: smaller-window-at-the-border
import numpy as np


def median_filter(img, size=3):
    k, (H, W) = size // 2, img.shape
    out = np.empty_like(img)
    for i in range(H):
        for j in range(W):
            out[i, j] = np.median(img[max(0, i - k) : min(H, i + k + 1), max(0, j - k) : min(W, j + k + 1)])
    return out
