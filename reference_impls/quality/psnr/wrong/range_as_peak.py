# slip: peak-from-the-range
import numpy as np


def psnr(x, y, peak=255.0):
    x, y = np.float64(x), np.float64(y)
    mse = np.square(x - y).mean()
    return np.inf if mse == 0 else 10 * np.log10((x.max() - x.min()) ** 2 / mse)
