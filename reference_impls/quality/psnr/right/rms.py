import numpy as np
def psnr(x, y, peak=255.0):
    rms = np.linalg.norm((np.float64(x) - np.float64(y)).ravel()) / np.sqrt(x.size)
    return 20 * np.log10(peak / rms) if rms > 0 else np.inf
