# slip: integers-returned-for-integers
import numpy as np


def gaussian_filter3(img):
    H, W = img.shape
    K = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]]) / 16
    P = np.pad(img.astype(float), 1, mode="edge")
    out = np.zeros_like(img)
    for r in range(H):
        for c in range(W):
            out[r, c] = np.sum(P[r:r + 3, c:c + 3] * K)
    return out
