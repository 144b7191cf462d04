# slip: integers-wrap
import numpy as np


def psnr(x, y, peak=255.0):
    mse = np.mean(np.square(y - x))
    if mse == 0:
        return float("inf")
    return 20 * np.log10(peak) - 10 * np.log10(mse)
