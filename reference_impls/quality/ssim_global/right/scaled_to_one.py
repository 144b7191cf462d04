import numpy as np


def ssim_global(x, y, peak=255.0):
    # divide by the range once: the constants are then those of [0, 1]
    x = np.array(x, dtype=np.float64) / peak
    y = np.array(y, dtype=np.float64) / peak
    n = x.size
    mx, my = x.sum() / n, y.sum() / n
    x -= mx
    y -= my
    top = (2 * mx * my + 1e-4) * (2 * np.vdot(x, y) / n + 9e-4)
    bottom = (mx**2 + my**2 + 1e-4) * ((np.vdot(x, x) + np.vdot(y, y)) / n + 9e-4)
    return float(top / bottom)
