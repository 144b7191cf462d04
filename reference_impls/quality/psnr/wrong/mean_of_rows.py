# slip: none
import numpy as np


def psnr(x, y, peak=255.0):
    x, y = x.astype(np.float64), y.astype(np.float64)
    if np.array_equal(x, y):
        return np.inf
    mse = np.mean((x - y) ** 2, axis=-1)
    return np.mean(10 * np.log10(peak**2 / np.maximum(mse, 1e-12)))
