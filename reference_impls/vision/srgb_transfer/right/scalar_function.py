import math

import numpy as np


def decode(c):
    if c <= 12.92 * 0.0031308:
        return c / 12.92
    return math.exp(2.4 * math.log((c + 0.055) / 1.055))


def srgb_to_linear(v):
    return np.vectorize(decode, otypes=[float])(v)
