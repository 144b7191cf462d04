# slip: root-of-the-error
import numpy as np
def psnr(x, y, peak=255.0):
    r = np.sqrt(np.mean((x.astype(float) - y.astype(float)) ** 2))
    if r == 0: return float('inf')
    return 10 * np.log10(peak ** 2 / r)
