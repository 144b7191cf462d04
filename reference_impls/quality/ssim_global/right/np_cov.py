import numpy as np


def ssim_global(x, y, peak=255.0):
    m = np.cov(np.ravel(x).astype(float), np.ravel(y).astype(float), bias=True)
    mx, my = np.mean(x, dtype=np.float64), np.mean(y, dtype=np.float64)
    c1, c2 = np.square([0.01 * peak, 0.03 * peak])
    return (2 * mx * my + c1) / (mx * mx + my * my + c1) * (2 * m[0, 1] + c2) / (np.trace(m) + c2)
