# slip: not-uint8
import numpy as np


def hist_eq(img):
    cdf = np.bincount(img.reshape(-1), minlength=256).cumsum()
    low = cdf[img.min()]
    if low == cdf[-1]:
        return img
    return np.round(255 * (cdf - low) / (cdf[-1] - low))[img]
