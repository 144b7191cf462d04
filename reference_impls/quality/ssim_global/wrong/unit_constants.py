# slip: constants-without-peak
import numpy as np


def ssim_global(x, y, peak=255.0):
    a, b = x.astype(np.float64).ravel(), y.astype(np.float64).ravel()
    ma, mb = a.mean(), b.mean()
    cov = (a - ma) @ (b - mb) / a.size
    num = (2 * ma * mb + 0.01**2) * (2 * cov + 0.03**2)
    return num / ((ma**2 + mb**2 + 0.01**2) * (a.var() + b.var() + 0.03**2))
