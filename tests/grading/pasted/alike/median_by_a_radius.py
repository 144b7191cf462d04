# problem: median-filter
# says: your radius gets size // 2
import numpy as np


def median_blur(image, radius=1):
    padded = np.pad(image, radius, mode="symmetric")
    out = np.empty_like(image)
    for y, x in np.ndindex(image.shape):
        out[y, x] = np.median(padded[y : y + 2 * radius + 1, x : x + 2 * radius + 1])
    return out
