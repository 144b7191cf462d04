# slip: uint8-alone-converted
import numpy as np


def psnr(x, y, peak=255.0):
    if x.dtype == np.uint8:
        x, y = x.astype(np.float32), y.astype(np.float32)
    m = ((x - y) ** 2).mean()
    return float("inf") if m == 0 else float(20 * np.log10(peak) - 10 * np.log10(m))
