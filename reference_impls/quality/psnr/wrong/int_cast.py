# slip: cut-to-integers
import numpy as np
def psnr(x, y, peak=255.0):
    mse = np.mean((x.astype(int) - y.astype(int)) ** 2)
    if mse == 0: return float('inf')
    return 10 * np.log10(peak ** 2 / mse)
