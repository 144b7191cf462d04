# problem: srgb-transfer
# expect: fail
import numpy as np


def srgb_to_linear(value):
    if value <= 0.0:
        return 0.0
    if value <= 0.04045:
        return value / 12.92
    return ((value + 0.055) / 1.055) ** 2.2


all_to_linear = np.vectorize(srgb_to_linear)
