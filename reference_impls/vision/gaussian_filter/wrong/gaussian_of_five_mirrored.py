# slip: gaussian-of-five-mirrored
import numpy as np


def gaussian_filter3(img):
    at = np.arange(5) - 2.0
    kernel = np.exp(-(at[:, None] ** 2 + at**2) / 2)
    kernel /= kernel.sum()
    wide = np.pad(img.astype(float), 2, mode="reflect")
    out = np.zeros(img.shape)
    for i in range(img.shape[0]):
        for j in range(img.shape[1]):
            out[i, j] = (wide[i : i + 5, j : j + 5] * kernel).sum()
    return out
