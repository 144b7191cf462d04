# slip: logarithm-of-the-distance
import numpy as np


def blur(img, sigma):
    r = int(4 * sigma + 0.5)
    x = np.arange(-r, r + 1)
    g = np.exp(-(x**2) / (2 * sigma**2))
    g /= g.sum()
    p = np.pad(np.asarray(img, dtype=np.float64), r, mode="symmetric")
    p = np.apply_along_axis(np.convolve, 0, p, g, mode="valid")
    return np.apply_along_axis(np.convolve, 1, p, g, mode="valid")


def single_scale_retinex(img, sigma):
    return np.log1p(np.abs(img - blur(img, sigma)))
