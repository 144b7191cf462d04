# slip: peak-guessed
import numpy as np


def psnr(x, y, peak=255.0):
    if x.dtype.kind == "f" and x.max() <= 1.0:
        peak = 1.0
    m = np.mean((x.astype(np.float64) - y.astype(np.float64)) ** 2)
    return 10 * np.log10(peak**2 / m) if m > 0 else np.inf
