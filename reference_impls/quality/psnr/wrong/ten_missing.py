# slip: factor-10-missing
import numpy as np
def psnr(x, y, peak=255.0):
    mse = np.mean((x.astype(float) - y.astype(float)) ** 2)
    if mse == 0: return float('inf')
    return np.log10(peak ** 2 / mse)
