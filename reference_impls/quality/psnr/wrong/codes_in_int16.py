# slip: codes-in-int16
import numpy as np
def psnr(x, y, peak=255.0):
    if x.dtype.kind in 'iu': x, y = x.astype(np.int16), y.astype(np.int16)
    m = np.mean((x - y) ** 2)
    return np.inf if m == 0 else 10 * np.log10(peak ** 2 / m)
