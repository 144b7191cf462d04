from math import erf, sqrt

import numpy as np

verf = np.vectorize(erf, otypes=[float])


def gelu(x):
    x = np.asarray(x)
    return 0.5 * x * (1 + verf(x / sqrt(2)))
