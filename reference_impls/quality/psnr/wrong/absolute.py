# slip: absolute-error
import numpy as np


def psnr(x, y, peak=255.0):
    mse = np.mean(np.abs(x.astype(np.float64) - y.astype(np.float64)))
    return float("inf") if mse == 0 else 10 * np.log10(peak**2 / mse)
