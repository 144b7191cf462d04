# slip: in-float32
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def vif_scalar_gsm(ref, dist, sigma_n2=2.0, window=9):
    def mean(a):
        return sliding_window_view(a, (window, window)).mean(axis=(-2, -1))

    mx, my = mean(ref), mean(dist)
    vx, vy, c = mean(ref * ref) - mx * mx, mean(dist * dist) - my * my, mean(ref * dist) - mx * my
    g = c / (vx + 1e-10)
    v = vy - g * c
    v[g < 0] = vy[g < 0]
    g[g < 0] = 0
    v = np.maximum(v, 1e-10)
    num = np.log2(1 + g * g * vx / (v + sigma_n2)).sum()
    return float(num / np.log2(1 + vx / sigma_n2).sum())
