import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def mscn(img, sigma=7 / 6, c=1.0):
    img = np.asarray(img, dtype=float)
    r = int(4 * sigma + 0.5)
    g = np.exp(-np.arange(-r, r + 1) ** 2 / (2 * sigma**2))
    w = np.outer(g, g) / g.sum() ** 2
    v = sliding_window_view(np.pad(img, r, mode="symmetric"), w.shape)
    mu = np.einsum("ijkl,kl->ij", v, w)
    var = np.einsum("ijkl,kl->ij", (v - mu[:, :, None, None]) ** 2, w)
    return (img - mu) / (var**0.5 + c)
