# slip: bytes-returned
import numpy as np


def gaussian_filter3(img):
    p = np.pad(img.astype(np.float64), 1, "edge")
    k = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]])
    h, w = img.shape
    out = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            out[i, j] = (p[i:i+3, j:j+3] * k).sum() / 16
    return np.clip(out, 0, 255).astype(np.uint8)
