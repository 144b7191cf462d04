# slip: smallest-errors-are-none
import numpy as np


def psnr(x, y, peak=255.0):
    m = np.mean((x.astype(float) - y.astype(float)) ** 2)
    if m < 1e-7:
        return float("inf")
    return 10 * np.log10(peak**2 / m)
