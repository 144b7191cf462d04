"""Widest float, handed back as it was computed."""

import numpy as np


def sobel(img):
    padded = np.pad(np.asarray(img).astype(np.longdouble), 1, mode="edge")
    smooth_down = padded[:-2] + 2 * padded[1:-1] + padded[2:]
    smooth_across = padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]
    gx = smooth_down[:, 2:] - smooth_down[:, :-2]
    gy = smooth_across[2:] - smooth_across[:-2]
    return np.hypot(gx, gy)
