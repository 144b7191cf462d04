# slip: none
import numpy as np


def sobel(img):
    x = img.astype(np.float64)
    out = np.zeros(x.shape)
    gx = x[:-2, 2:] + 2 * x[1:-1, 2:] + x[2:, 2:] - x[:-2, :-2] - 2 * x[1:-1, :-2] - x[2:, :-2]
    gy = x[2:, :-2] + 2 * x[2:, 1:-1] + x[2:, 2:] - x[:-2, :-2] - 2 * x[:-2, 1:-1] - x[:-2, 2:]
    out[1:-1, 1:-1] = np.hypot(gx, gy)
    return out
