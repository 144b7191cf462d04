import numpy as np
from scipy.signal import convolve2d


def ssim(x, y, peak=255.0):
    x, y = np.float64(x), np.float64(y)
    k = np.exp(-np.linspace(-5, 5, 11) ** 2 / (2 * 1.5**2))
    k = np.outer(k, k)
    k /= k.sum()
    f = lambda a: convolve2d(a, k, mode="valid")
    mx, my = f(x), f(y)
    vx, vy, vxy = f(x**2) - mx**2, f(y**2) - my**2, f(x * y) - mx * my
    c1, c2, c3 = (0.01 * peak) ** 2, (0.03 * peak) ** 2, (0.03 * peak) ** 2 / 2
    sx, sy = np.sqrt(np.maximum(vx, 0)), np.sqrt(np.maximum(vy, 0))
    l = (2 * mx * my + c1) / (mx**2 + my**2 + c1)
    c = (2 * sx * sy + c2) / (vx + vy + c2)
    s = (vxy + c3) / (sx * sy + c3)
    return np.mean(l * c * s)
