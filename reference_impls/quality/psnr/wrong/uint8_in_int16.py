# slip: uint8-in-int16
import numpy as np


def psnr(x, y, peak=255.0):
    """Wrong for uint8 images x = all 255, y = all 0: 255**2 = 65025 wraps to -511 in int16 (NaN); right is 0 dB. Right for small differences."""
    x, y = np.asarray(x), np.asarray(y)
    if x.dtype == np.uint8:
        x, y = x.astype(np.int16), y.astype(np.int16)
    diff = x - y
    mse = np.mean(diff ** 2)
    if mse == 0:
        return float("inf")
    with np.errstate(all="ignore"):
        return float(10 * np.log10(peak ** 2 / mse))
