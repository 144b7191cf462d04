# slip: wrap-around
import numpy as np
from scipy.signal import convolve2d


def ssim(x, y, peak=255.0):
    k = np.exp(-np.arange(-5, 6) ** 2 / 4.5)
    k = np.outer(k, k) / k.sum() ** 2
    f = lambda a: convolve2d(a, k, mode="valid")
    mx, my = f(x), f(y)
    vx, vy, vxy = f(x * x) - mx**2, f(y * y) - my**2, f(x * y) - mx * my
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    return np.mean((2 * mx * my + c1) * (2 * vxy + c2) / ((mx**2 + my**2 + c1) * (vx + vy + c2)))
