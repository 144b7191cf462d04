# slip: close-is-identical
import math

import numpy as np


def psnr(x, y, peak=255.0):
    """Wrong for float images x = full((4, 4), 200.0), y = x + 1e-3, peak=255: returns inf, right is about 108.1 dB."""
    a = np.asarray(x, dtype=np.float64)
    b = np.asarray(y, dtype=np.float64)
    if np.allclose(a, b):
        return math.inf
    err = np.mean((a - b) ** 2)
    return 20 * math.log10(peak / math.sqrt(err))
