# slip: uniform-window
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def ssim(x, y, peak=255.0):
    a = sliding_window_view(x.astype(float), (11, 11))
    b = sliding_window_view(y.astype(float), (11, 11))
    ma, mb = a.mean((-2, -1)), b.mean((-2, -1))
    cov = (a * b).mean((-2, -1)) - ma * mb
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    s = (2 * ma * mb + c1) * (2 * cov + c2) / ((ma**2 + mb**2 + c1) * (a.var((-2, -1)) + b.var((-2, -1)) + c2))
    return s.mean()
