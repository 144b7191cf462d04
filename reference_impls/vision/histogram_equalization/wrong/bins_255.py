# slip: one-bin-too-few
import numpy as np


def hist_eq(img):
    if img.min() == img.max():
        return img.copy()
    hist, edges = np.histogram(img, bins=255, range=(0, 255))
    cdf = hist.cumsum()
    low = cdf[cdf > 0][0]
    if low == img.size:
        return img.copy()
    lut = np.round(255 * (cdf - low) / (img.size - low)).clip(0, 255).astype(np.uint8)
    return lut[np.minimum(img, 254)]
