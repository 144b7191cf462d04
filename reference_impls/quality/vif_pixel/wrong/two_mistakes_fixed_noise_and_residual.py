# slip: none
import numpy as np


def vif_scalar_gsm(ref, dist, sigma_n2=2.0, window=9):
    noise = 2.0
    H, W = ref.shape
    n = d = 0.0
    for i in range(H - window + 1):
        for j in range(W - window + 1):
            a = ref[i:i + window, j:j + window].astype(float)
            b = dist[i:i + window, j:j + window].astype(float)
            va, vb = a.var(), b.var()
            c = ((a - a.mean()) * (b - b.mean())).mean()
            g = c / (va + 1e-10)
            v = vb - g * g * c
            if g < 0:
                g, v = 0, vb
            v = max(v, 1e-10)
            n += np.log2(1 + g * g * va / (v + noise))
            d += np.log2(1 + va / noise)
    return float(n / d)
