# slip: int16-overflow
import numpy as np


def sobel(img):
    p = np.pad(img.astype(np.int16), 1, mode="edge")
    kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=np.int16)
    H, W = img.shape
    gx = sum(kx[i, j] * p[i : i + H, j : j + W] for i in range(3) for j in range(3))
    gy = sum(kx.T[i, j] * p[i : i + H, j : j + W] for i in range(3) for j in range(3))
    return np.sqrt(gx**2 + gy**2)
