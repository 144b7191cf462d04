import math

import numpy as np


def vif_scalar_gsm(ref, dist, sigma_n2=2.0, window=9):
    num = den = 0.0
    for i in range(ref.shape[0] - window + 1):
        for j in range(ref.shape[1] - window + 1):
            a = np.asarray(ref[i : i + window, j : j + window], dtype=float)
            b = np.asarray(dist[i : i + window, j : j + window], dtype=float)
            a, b = a - a.mean(), b - b.mean()
            s2, t2, st = (a * a).mean(), (b * b).mean(), (a * b).mean()
            slope = st / (s2 + 1e-10)
            noise = t2 - slope * st
            if slope < 0:
                slope, noise = 0.0, t2
            noise = max(noise, 1e-10)
            num += math.log(1 + slope**2 * s2 / (noise + sigma_n2))
            den += math.log(1 + s2 / sigma_n2)
    return num / den
