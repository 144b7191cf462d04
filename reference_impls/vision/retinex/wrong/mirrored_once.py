# slip: mirrored-once
import numpy as np


def single_scale_retinex(img, sigma):
    r = int(4 * sigma + 0.5)
    offs = np.arange(-r, r + 1)
    wts = np.exp(-offs ** 2 / (2 * sigma ** 2))
    wts /= wts.sum()

    def idx(n):
        i = np.arange(n)[:, None] + offs[None, :]
        i = np.where(i < 0, -1 - i, i)
        i = np.where(i >= n, 2 * n - 1 - i, i)
        return np.clip(i, 0, n - 1)

    H, W = img.shape
    a = np.einsum("hkw,k->hw", img[idx(H)], wts)
    b = np.einsum("hwk,k->hw", a[:, idx(W)], wts)
    return np.log1p(img) - np.log1p(b)
