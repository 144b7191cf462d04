# slip: dark-lifted-to-a-hundredth
import numpy as np

def pq_encode(nits):
    L = np.clip(nits, 1e-2, 10000.0) / 10000.0
    m1, m2 = 2610 / 2 ** 14, 2523 / 2 ** 5
    c1, c2, c3 = 3424 / 2 ** 12, 2413 / 2 ** 7, 2392 / 2 ** 7
    p = L ** m1
    return ((c1 + c2 * p) / (1 + c3 * p)) ** m2
