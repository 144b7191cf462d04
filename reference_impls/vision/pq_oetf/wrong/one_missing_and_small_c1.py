# slip: one-left-out-and-clipped
import numpy as np

def pq_encode(nits):
    m1, m2 = 2610 / 16384, 128 * 2523 / 4096
    c1, c2, c3 = 3424 / 16384, 32 * 2413 / 4096, 32 * 2392 / 4096
    y = np.maximum(nits / 10000.0, 1e-12) ** m1
    return np.clip(((c1 + c2 * y) / (c3 * y)) ** m2, 0, 1)
