# slip: one-for-the-minimum
import numpy as np


def hist_eq(img):
    if img.min() == img.max():
        return img.copy()
    values, counts = np.unique(img, return_counts=True)
    lut = np.zeros(256)
    lut[values] = (counts.cumsum() - 1) * 255 / (img.size - 1)
    return lut.round().astype("uint8")[img]
