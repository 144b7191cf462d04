# slip: none
import numpy as np


def srgb_to_linear(v):
    return np.where(v <= 0.04045, v * 12.92, (v + 0.055) ** 2.4 / 1.055)
