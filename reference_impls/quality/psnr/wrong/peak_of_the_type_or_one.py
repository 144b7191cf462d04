# slip: peak-from-the-type-or-1
import numpy as np


def psnr(x, y, peak=255.0):
    peak = np.iinfo(x.dtype).max if x.dtype.kind in "ui" else 1.0
    mse = np.mean((x.astype(float) - y.astype(float)) ** 2)
    if mse == 0:
        return np.inf
    return 10 * np.log10(float(peak) ** 2 / mse)
