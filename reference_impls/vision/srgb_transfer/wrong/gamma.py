# slip: power-of-2.2
import numpy as np


def srgb_to_linear(v):
    return np.power(v, 2.2)
