import numpy as np


def gauss1d(sigma):
    r = int(sigma * 4.0 + 0.5)
    k = np.exp(-0.5 * (np.arange(2 * r + 1) - r) ** 2 / sigma**2)
    return k / np.sum(k), r


def gaussian(img, sigma):
    k, r = gauss1d(sigma)
    kernel = np.outer(k, k)
    p = np.pad(img, ((r, r), (r, r)), mode="symmetric")
    out = np.zeros(img.shape)
    for i in range(img.shape[0]):
        for j in range(img.shape[1]):
            out[i, j] = (kernel * p[i : i + 2 * r + 1, j : j + 2 * r + 1]).sum()
    return out


def single_scale_retinex(img, sigma):
    """As image editors' plug-ins have it: a quotient under one logarithm."""
    return np.log((img + 1.0) / (gaussian(img, sigma) + 1.0))
