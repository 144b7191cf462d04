import math

import numpy as np


def curve(x):
    a = 0.17883277
    b, c = 1 - 4 * a, 0.5 - a * math.log(4 * a)
    return math.sqrt(3 * x) if x < 1 / 12 else a * math.log(12 * x - b) + c


def hlg_oetf(e):
    return np.reshape([curve(x) for x in np.asarray(e, float).ravel().tolist()], np.shape(e))
