# slip: mean-over-the-last-axis
import numpy as np
def psnr(x, y, peak=255.0):
    d = (x.astype(float) - y.astype(float)) ** 2
    if d.sum() == 0: return float('inf')
    m = d.mean(axis=tuple(range(d.ndim - 1)))
    return float(np.mean(10 * np.log10(peak ** 2 / m)))
