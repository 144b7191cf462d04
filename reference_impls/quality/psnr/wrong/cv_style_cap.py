# slip: capped-near-identical
import math

import numpy as np


def psnr(x, y, peak=255.0):
    mse = np.mean((x / 1.0 - y / 1.0) ** 2)
    if mse < 1.0e-10:
        return 100
    return 20 * math.log10(peak / math.sqrt(mse))
