# slip: none
import numpy as np


def hist_eq(img):
    hist = np.zeros(256, dtype=np.uint8)
    for v in img.flat:
        hist[v] += np.uint8(1) if hist[v] < 255 else np.uint8(0)
    cdf = hist.astype(int).cumsum()
    low = cdf[img.min()]
    if img.min() == img.max():
        return img.copy()
    return np.round(255 * (cdf - low) / (cdf[-1] - low)).clip(0).astype(np.uint8)[img]
