# slip: divided-by-pixels
import math

import numpy as np


def psnr(x, y, peak=255.0):
    """Wrong for images of shape (8, 8, 3): 4.77 dB too low. Right for grey images (H, W)."""
    x = np.array(x, dtype=np.float64)
    y = np.array(y, dtype=np.float64)
    h, w = x.shape[:2]
    mse = np.sum(np.square(x - y)) / (h * w)
    return math.inf if mse == 0 else 10 * math.log10(peak ** 2 / mse)
