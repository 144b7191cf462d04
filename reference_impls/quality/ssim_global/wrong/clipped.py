# slip: negatives-cut
import numpy as np


def ssim_global(x, y, peak=255.0):
    x, y = np.asarray(x, float), np.asarray(y, float)
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    mx, my = x.mean(), y.mean()
    cov = np.mean(x * y) - mx * my
    s = (2 * mx * my + c1) * (2 * cov + c2) / ((mx**2 + my**2 + c1) * (x.var() + y.var() + c2))
    return float(np.clip(s, 0, 1))
