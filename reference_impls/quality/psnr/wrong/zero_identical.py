# slip: zero-for-identical
import numpy as np
def psnr(x, y, peak=255.0):
    mse = np.mean((x.astype(float) - y.astype(float)) ** 2)
    if mse == 0: return 0.0
    return 10 * np.log10(peak ** 2 / mse)
