# slip: offset-after-the-scale
import numpy as np


def srgb_to_linear(v):
    return np.where(v <= 0.04045, v / 12.92, (v / 1.055 + 0.055) ** 2.4)
