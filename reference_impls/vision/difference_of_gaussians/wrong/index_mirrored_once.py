# slip: mirrored-index-clipped
import numpy as np


def reflect_index(idx, n):
    idx = np.where(idx < 0, -idx - 1, idx)
    idx = np.where(idx >= n, 2 * n - 1 - idx, idx)
    return np.clip(idx, 0, n - 1)


def gaussian(img, sigma):
    H, W = img.shape
    r = int(4 * sigma + 0.5)
    offsets = np.arange(-r, r + 1)
    weights = np.exp(-offsets ** 2 / (2 * sigma ** 2))
    weights = weights / weights.sum()
    rows = reflect_index(np.arange(H)[:, None] + offsets, H)
    img = np.einsum("hkw,k->hw", img[rows], weights)
    cols = reflect_index(np.arange(W)[:, None] + offsets, W)
    return np.einsum("hwk,k->hw", img[:, cols], weights)


def difference_of_gaussians(img, sigmas):
    blurred = [gaussian(img, s) for s in sigmas]
    return np.stack([hi - lo for lo, hi in zip(blurred, blurred[1:])])
