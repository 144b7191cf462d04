# Where g is cut to 0 nothing of the reference is left, whatever v is.
import numpy as np


def vif_scalar_gsm(ref, dist, sigma_n2=2.0, window=9):
    sw = np.lib.stride_tricks.sliding_window_view
    X = sw(ref.astype(float), (window, window)).reshape(-1, window**2)
    Y = sw(dist.astype(float), (window, window)).reshape(-1, window**2)
    X = X - X.mean(1, keepdims=True)
    Y = Y - Y.mean(1, keepdims=True)
    vr, vd, c = (X * X).mean(1), (Y * Y).mean(1), (X * Y).mean(1)
    g = np.maximum(c / (vr + 1e-10), 0)
    v = vd - c * c / (vr + 1e-10)
    v = np.maximum(v, 1e-10)
    return float(np.log2(1 + g * g * vr / (v + sigma_n2)).sum() / np.log2(1 + vr / sigma_n2).sum())
