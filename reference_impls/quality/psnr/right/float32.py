import numpy as np


def psnr(x, y, peak=255.0):
    d = x.astype(np.float32) - y.astype(np.float32)
    mse = np.mean(np.square(d))
    return np.inf if mse == 0 else 10.0 * np.log10(np.float32(peak) ** 2 / mse)
