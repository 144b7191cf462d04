# slip: codes-in-int32
import numpy as np


def psnr(x, y, peak=255.0):
    if np.issubdtype(x.dtype, np.integer):
        x, y = x.astype(np.int32), y.astype(np.int32)
    m = ((x - y) ** 2).mean()
    return float("inf") if m == 0 else float(10 * np.log10(peak**2 / m))
