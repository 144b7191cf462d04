# slip: sigma-not-squared
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def ssim(x, y, peak=255.0):
    x, y = x.astype(float), y.astype(float)
    d = np.arange(-5, 6)
    w = np.exp(-(d[:, None] ** 2 + d**2) / (2 * 1.5))
    w /= w.sum()
    f = lambda a: (sliding_window_view(a, (11, 11)) * w).sum((-1, -2))
    mx, my = f(x), f(y)
    vx, vy, vxy = f(x**2) - mx**2, f(y**2) - my**2, f(x * y) - mx * my
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    return np.mean((2 * mx * my + c1) * (2 * vxy + c2) / ((mx**2 + my**2 + c1) * (vx + vy + c2)))
