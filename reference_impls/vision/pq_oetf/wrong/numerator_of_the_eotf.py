# slip: numerator-of-the-eotf
import numpy as np


def _consts():
    return (2610 / 16384, 2523 / 4096 * 128, 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32)


def pq_encode(nits):
    m1, m2, c1, c2, c3 = _consts()
    x = np.power(np.clip(nits, 0, 10000) / 10000.0, m1)
    top = np.maximum(c2 * x - c1, 0)
    bottom = 1.0 + c3 * x
    return np.power(top / bottom, m2)
