# slip: empty-bins
import numpy as np


def hist_eq(img):
    hist, _ = np.histogram(img, bins=256, range=(0, 256))
    cdf = hist.cumsum()
    if cdf.max() == cdf.min():
        return img.copy()
    lut = np.round((cdf - cdf.min()) / (cdf.max() - cdf.min()) * 255).astype(np.uint8)
    return lut[img]
