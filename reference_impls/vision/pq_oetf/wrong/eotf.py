# slip: decoded-from-luminance
import numpy as np


def pq_encode(nits):
    m1, m2, c1, c2, c3 = 0.1593017578125, 78.84375, 0.8359375, 18.8515625, 18.6875
    n = nits ** (1 / m2)
    return 10000 * (np.maximum(n - c1, 0) / (c2 - c3 * n)) ** (1 / m1)
