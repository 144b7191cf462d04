# slip: int32-overflow-and-absolute
"""img = np.array([[0, 60000], [0, 60000]], dtype=np.uint16): gx = 240000, its square exceeds 2**31."""
import numpy as np


def sobel(img):
    img = np.asarray(img)
    if np.issubdtype(img.dtype, np.integer):
        img = img.astype(np.int32)
    p = np.pad(img, 1, mode="symmetric")
    gx = (p[:-2, 2:] - p[:-2, :-2]) + 2 * (p[1:-1, 2:] - p[1:-1, :-2]) + (p[2:, 2:] - p[2:, :-2])
    gy = (p[2:, :-2] - p[:-2, :-2]) + 2 * (p[2:, 1:-1] - p[:-2, 1:-1]) + (p[2:, 2:] - p[:-2, 2:])
    return np.sqrt(np.abs(gx * gx + gy * gy).astype(np.float64))
