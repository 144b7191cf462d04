# slip: none
import numpy as np


def hist_eq(img):
    cdf = np.bincount(img.reshape(-1), minlength=256).cumsum()
    low = cdf[img.min()]
    if low < img.size:
        img[:] = np.round(255 * (cdf - low) / (img.size - low)).clip(0)[img]
    return img
