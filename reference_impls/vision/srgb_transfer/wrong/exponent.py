# slip: exponent-2.2
import numpy as np


def srgb_to_linear(v):
    return np.where(v > 0.04045, ((v + 0.055) / 1.055) ** 2.2, v / 12.92)
