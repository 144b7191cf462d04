# slip: bytes-divided-by-255
import numpy as np


def gaussian_filter3(img):
    x = img.astype(np.float64)
    if img.dtype == np.uint8:
        x /= 255.0
    p = np.pad(x, 1, mode="edge")
    r = (p[:, :-2] + 2 * p[:, 1:-1] + p[:, 2:]) / 4
    return (r[:-2] + 2 * r[1:-1] + r[2:]) / 4
