# slip: mean-over-columns
import numpy as np


def ssim_global(x, y, peak=255.0):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    mx, my = x.mean(0), y.mean(0)
    cov = ((x - mx) * (y - my)).mean(0)
    s = (2 * mx * my + c1) * (2 * cov + c2) / (((mx + my) ** 2 + c1) * (x.var(0) + y.var(0) + c2))
    return float(s.mean())
