# slip: factor-20-without-root
import numpy as np
def psnr(x, y, peak=255.0):
    mse = np.mean((x.astype(float) - y.astype(float)) ** 2)
    if mse == 0: return float('inf')
    return 20 * np.log10(peak / mse)
