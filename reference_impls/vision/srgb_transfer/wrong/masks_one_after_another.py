# slip: decoded-twice
import numpy as np


def srgb_to_linear(v):
    out = v.copy()
    out[out > 0.04045] = ((out[out > 0.04045] + 0.055) / 1.055) ** 2.4
    out[out <= 0.04045] = out[out <= 0.04045] / 12.92
    return out
