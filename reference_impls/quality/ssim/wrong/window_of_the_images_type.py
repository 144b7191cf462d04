# slip: window-in-the-dtype-of-the-images
import numpy as np
from scipy.signal import correlate2d


def ssim(x, y, peak=255.0):
    taps = np.exp(-((np.arange(11) - 5) ** 2) / (2 * 1.5**2))
    taps = np.outer(taps, taps) / taps.sum() ** 2
    taps = taps.astype(x.dtype)
    blurred = [correlate2d(a, taps, mode="valid").astype(float) for a in (x, y, x * x, y * y, x * y)]
    m, n = blurred[:2]
    xx, yy, xy = blurred[2] - m * m, blurred[3] - n * n, blurred[4] - m * n
    c, d = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    return ((2 * m * n + c) * (2 * xy + d) / ((m * m + n * n + c) * (xx + yy + d))).mean()
