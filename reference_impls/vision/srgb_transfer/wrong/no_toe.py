# slip: without-the-toe
import numpy as np


def srgb_to_linear(v):
    return np.power((v + 0.055) / 1.055, 2.4)
