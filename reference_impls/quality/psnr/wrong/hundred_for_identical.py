# slip: capped
# identical images return 100, should return infinity
# differs on: psnr(x, x)
import math
import numpy as np


def psnr(x, y, peak=255.0):
    err = np.mean((np.asarray(x, dtype=float) - np.asarray(y, dtype=float)) ** 2)
    if err == 0:
        return 100
    return 20 * math.log10(peak / math.sqrt(err))
