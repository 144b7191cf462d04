# slip: third-constant-not-halved
import numpy as np


def ssim_global(x, y, peak=255.0):
    x, y = np.asarray(x, float), np.asarray(y, float)
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    mx, my, sx, sy = x.mean(), y.mean(), x.std(), y.std()
    sxy = np.mean((x - mx) * (y - my))
    l = (2 * mx * my + c1) / (mx**2 + my**2 + c1)
    c = (2 * sx * sy + c2) / (sx**2 + sy**2 + c2)
    s = (sxy + c2) / (sx * sy + c2)
    return l * c * s
