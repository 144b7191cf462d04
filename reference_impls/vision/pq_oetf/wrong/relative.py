# slip: relative-to-the-brightest
import numpy as np


def pq_encode(nits):
    m1, m2, c1, c2, c3 = 0.1593017578125, 78.84375, 0.8359375, 18.8515625, 18.6875
    y = (nits / max(np.max(nits), 1e-12)) ** m1
    return ((c1 + c2 * y) / (1 + c3 * y)) ** m2
