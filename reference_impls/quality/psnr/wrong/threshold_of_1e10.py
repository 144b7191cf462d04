# slip: tiny-errors-are-none
# treats any MSE below 1e-10 as identical images
# input: float images in 0..1, peak = 1.0, difference 1e-6: right is 120 dB, gives inf
import math
import numpy as np


def psnr(x, y, peak=255.0):
    diff = np.asarray(x, dtype=np.float64) - np.asarray(y, dtype=np.float64)
    mse = float((diff ** 2).mean())
    if mse < 1e-10:
        return math.inf
    return 20 * math.log10(peak) - 10 * math.log10(mse)
