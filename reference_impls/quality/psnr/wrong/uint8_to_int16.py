# slip: uint8-alone-in-int16
import numpy as np


def psnr(x, y, peak=255.0):
    x, y = np.asarray(x), np.asarray(y)
    if x.dtype == np.uint8:
        x = x.astype(np.int16)       # room for the sign
        y = y.astype(np.int16)
    elif np.issubdtype(x.dtype, np.integer):
        x = x.astype(np.float64)
        y = y.astype(np.float64)
    mse = np.mean(np.square(x - y))
    if mse == 0:
        return float("inf")
    return float(10 * np.log10(peak ** 2 / mse))
