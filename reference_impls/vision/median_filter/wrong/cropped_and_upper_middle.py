# slip: smaller-window-at-the-border-and-upper-middle
import numpy as np

def median_filter(img, size=3):
    H, W = img.shape
    r = size // 2
    res = img.copy()
    for i in range(H):
        for j in range(W):
            patch = img[max(0, i - r):i + r + 1, max(0, j - r):j + r + 1]
            v = np.sort(patch.ravel())
            res[i, j] = v[v.size // 2]
    return res
