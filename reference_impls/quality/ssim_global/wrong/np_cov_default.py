# slip: unbiased-covariance
import numpy as np


def ssim_global(x, y, peak=255.0):
    x, y = x.astype(np.float64), y.astype(np.float64)
    mx, my = x.mean(), y.mean()
    cov = np.cov(x.ravel(), y.ravel())[0, 1]
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    return (2 * mx * my + c1) * (2 * cov + c2) / ((mx**2 + my**2 + c1) * (x.var() + y.var() + c2))
