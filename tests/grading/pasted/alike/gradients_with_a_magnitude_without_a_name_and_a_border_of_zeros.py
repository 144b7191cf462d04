# problem: sobel
# expect: fail
# says: repeat
import numpy as np


def correlate(img, kernel):
    height, width = img.shape
    padded = np.pad(img.astype(np.float64), 1)
    return sum(kernel[i, j] * padded[i : i + height, j : j + width] for i in range(3) for j in range(3))


def edges(img):
    kernel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx, gy = correlate(img, kernel), correlate(img, kernel.T)
    return gx, gy, np.sqrt(gx**2 + gy**2), np.arctan2(gy, gx)
