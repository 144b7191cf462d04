# slip: codes-through-int16
import numpy as np


def psnr(x, y, peak=255.0):
    if np.issubdtype(x.dtype, np.integer):
        x, y = x.astype(np.int16), y.astype(np.int16)
    mse = np.mean((x - y).astype(np.float64) ** 2)
    return float("inf") if mse == 0 else float(20 * np.log10(peak) - 10 * np.log10(mse))
