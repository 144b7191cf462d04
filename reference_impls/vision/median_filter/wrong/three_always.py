# slip: size-ignored
import numpy as np


def median_filter(img, size=3):
    p = np.pad(img, 1, mode="symmetric")
    H, W = img.shape
    return np.median([p[a : a + H, b : b + W] for a in range(3) for b in range(3)], axis=0).astype(img.dtype)
