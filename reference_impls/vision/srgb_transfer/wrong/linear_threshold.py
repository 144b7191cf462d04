# slip: threshold-of-the-encoder
import numpy as np


def srgb_to_linear(v):
    out = v / 12.92
    big = v > 0.0031308
    out[big] = ((v[big] + 0.055) / 1.055) ** 2.4
    return out
