# slip: uint16-difference-wraps
import numpy as np


def psnr(x, y, peak=255.0):
    if x.dtype == np.uint8:
        x = x.astype(np.float64)
    if y.dtype == np.uint8:
        y = y.astype(np.float64)
    err = (x - y).astype(np.float64)
    mse = np.mean(err * err)
    if mse == 0:
        return np.inf
    return 10 * np.log10(float(peak) ** 2 / mse)
