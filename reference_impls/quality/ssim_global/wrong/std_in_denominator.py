# slip: deviations-for-variances
import numpy as np


def ssim_global(x, y, peak=255.0):
    x, y = np.asarray(x, float), np.asarray(y, float)
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    mx, my, sx, sy = x.mean(), y.mean(), x.std(), y.std()
    sxy = ((x - mx) * (y - my)).mean()
    return (2 * mx * my + c1) * (2 * sxy + c2) / ((mx**2 + my**2 + c1) * (sx + sy + c2))
