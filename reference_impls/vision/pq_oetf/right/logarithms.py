import math

import numpy as np


def one(L):
    if L == 0:
        return 0.8359375**78.84375
    t = math.exp(0.1593017578125 * (math.log(L) - math.log(1e4)))
    return math.exp(78.84375 * (math.log(0.8359375 + 18.8515625 * t) - math.log1p(18.6875 * t)))


def pq_encode(nits):
    return np.array([one(float(v)) for v in np.ravel(nits)]).reshape(np.shape(nits))
