# slip: peak-from-the-type
import math

import numpy as np


def psnr(x, y, peak=255.0):
    if np.issubdtype(x.dtype, np.integer):
        peak = np.iinfo(x.dtype).max
    d = x.astype(np.float64) - y.astype(np.float64)
    mse = (d * d).mean()
    return math.inf if mse == 0 else 20 * math.log10(peak / math.sqrt(mse))
