# slip: eps-of-1e-8
import numpy as np
def psnr(x, y, peak=255.0):
    mse = np.mean((x.astype(float) - y.astype(float)) ** 2)
    return 10 * np.log10(peak ** 2 / (mse + 1e-8))
