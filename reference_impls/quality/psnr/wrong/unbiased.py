# slip: none
import numpy as np


def psnr(x, y, peak=255.0):
    d = x.astype(np.float64) - y.astype(np.float64)
    mse = np.var(d)
    return np.inf if mse == 0 else 10 * np.log10(peak**2 / mse)
