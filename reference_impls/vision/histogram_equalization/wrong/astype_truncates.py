# slip: truncated
import numpy as np


def hist_eq(img):
    hist = np.zeros(256, dtype=int)
    for v in img.ravel():
        hist[v] += 1
    cdf = np.cumsum(hist)
    low = cdf[np.nonzero(hist)[0][0]]
    if low == img.size:
        return img.copy()
    lut = np.maximum(255 * (cdf - low) / (img.size - low), 0).astype(np.uint8)
    return lut[img]
