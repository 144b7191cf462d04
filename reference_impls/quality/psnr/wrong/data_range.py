# slip: peak-guessed-not-given
import numpy as np


def psnr(x, y, peak=255.0):
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    peak = 255.0 if x.max() > 1 else 1.0
    mse = np.mean((x - y) ** 2)
    return np.inf if mse == 0 else 10 * np.log10(peak**2 / mse)
