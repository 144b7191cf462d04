# slip: int32-differences-overflow
import numpy as np


def sobel(img):
    p = img.astype(np.int32) if img.dtype.kind in "iu" else img
    p = np.pad(p, 1, mode="edge")
    gx = (p[:, 2:] - p[:, :-2])[:-2] + 2 * (p[:, 2:] - p[:, :-2])[1:-1] + (p[:, 2:] - p[:, :-2])[2:]
    d = p[2:] - p[:-2]
    gy = d[:, :-2] + 2 * d[:, 1:-1] + d[:, 2:]
    return np.sqrt(gx**2.0 + gy**2.0)
