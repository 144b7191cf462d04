# slip: cast-back-to-the-image
import numpy as np


def sobel(img):
    p = np.pad(img.astype(np.float64), 1, mode="edge")
    k = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    H, W = img.shape
    gx = sum(k[i, j] * p[i : i + H, j : j + W] for i in range(3) for j in range(3))
    gy = sum(k[j, i] * p[i : i + H, j : j + W] for i in range(3) for j in range(3))
    return np.hypot(gx, gy).astype(img.dtype)
