# slip: none
import math

import numpy as np


def psnr(x, y, peak=255.0):
    mse = float(np.mean((x.astype(np.float64) - y.astype(np.float64)) ** 2))
    return 10 * math.log10(peak**2 / mse)
