# slip: unbiased-moments
import numpy as np


def ssim_global(x, y, peak=255.0):
    c = np.cov(np.ravel(x).astype(float), np.ravel(y).astype(float))
    mx, my = np.mean(x), np.mean(y)
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    return (2 * mx * my + c1) * (2 * c[0, 1] + c2) / ((mx**2 + my**2 + c1) * (c[0, 0] + c[1, 1] + c2))
