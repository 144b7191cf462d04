# slip: none
# input: np.array([[0, 1],[2, 5]], dtype=np.uint8)
import numpy as np


def gaussian_filter3(img):
    g = np.array([1, 2, 1]) / 4
    k2 = np.outer(g, g)
    f = np.pad(img.astype(np.float32), ((1, 1), (1, 1)), "edge")
    out = np.zeros(img.shape, dtype=np.float32)
    for i in range(img.shape[0]):
        for j in range(img.shape[1]):
            out[i, j] = np.sum(f[i:i + 3, j:j + 3] * k2)
    return out.astype(img.dtype)
