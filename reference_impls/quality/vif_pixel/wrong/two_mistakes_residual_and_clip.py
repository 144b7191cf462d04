# slip: none
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def vif_scalar_gsm(ref, dist, sigma_n2=2.0, window=9):
    x, y = np.asarray(ref, float), np.asarray(dist, float)

    def m(a):
        return sliding_window_view(a, (window, window)).mean((2, 3))

    vx, vy, c = m(x * x) - m(x) ** 2, m(y * y) - m(y) ** 2, m(x * y) - m(x) * m(y)
    g = c / (vx + 1e-10)
    v = vy.copy()
    v[g < 0] = vy[g < 0]
    g[g < 0] = 0
    v = np.maximum(v, 1e-10)
    num = np.log2(1 + g * g * vx / (v + sigma_n2))
    den = np.log2(1 + vx / sigma_n2)
    return min(1.0, num.sum() / den.sum())
