# slip: none
import numpy as np


def srgb_to_linear(v):
    return np.where(v <= 0.0031308, v / 12.92, ((v + 0.055) / 1.055) ** 2.2)
