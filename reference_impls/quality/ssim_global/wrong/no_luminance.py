# slip: structure-alone
import numpy as np


def ssim_global(x, y, peak=255.0):
    x, y = np.asarray(x, float), np.asarray(y, float)
    c2 = (0.03 * peak) ** 2
    sxy = np.mean((x - x.mean()) * (y - y.mean()))
    return (2 * sxy + c2) / (x.var() + y.var() + c2)
