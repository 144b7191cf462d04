# slip: small-errors-are-none
import numpy as np


def psnr(x, y, peak=255.0):
    if np.allclose(x, y, atol=1e-3):
        return float("inf")
    mse = np.mean((x.astype(np.float64) - y.astype(np.float64)) ** 2)
    return 10 * np.log10(peak**2 / mse)
