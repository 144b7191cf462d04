import numpy as np


def median_filter(img, size=3):
    r = size // 2
    H, W = img.shape
    p = np.pad(img, r, "symmetric")
    shifts = [p[a : a + H, b : b + W] for a in range(size) for b in range(size)]
    return np.median(np.stack(shifts), axis=0).astype(img.dtype)
