# slip: black-is-zero
import numpy as np
def pq_encode(nits):
    m1, m2, c1, c2, c3 = 2610 / 16384, 128 * 2523 / 4096, 3424 / 4096, 32 * 2413 / 4096, 32 * 2392 / 4096
    y = (nits / 10000) ** m1
    e = ((c1 + c2 * y) / (1 + c3 * y)) ** m2
    return np.where(nits == 0, 0.0, e)
