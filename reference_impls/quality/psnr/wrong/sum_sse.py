# slip: sum-of-squares
import numpy as np
def psnr(x, y, peak=255.0):
    s = np.sum((x.astype(float) - y.astype(float)) ** 2)
    if s == 0: return float('inf')
    return 10 * np.log10(peak ** 2 / s)
