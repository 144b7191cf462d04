# slip: peak-ignored
import numpy as np


def ssim_global(x, y, peak=255.0):
    x, y = np.asarray(x, float), np.asarray(y, float)
    c1, c2 = 6.5025, 58.5225
    mx, my = x.mean(), y.mean()
    cov = ((x - mx) * (y - my)).mean()
    return (2 * mx * my + c1) * (2 * cov + c2) / ((mx**2 + my**2 + c1) * (x.var() + y.var() + c2))
