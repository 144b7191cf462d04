# slip: toe-multiplied
import numpy as np


def srgb_to_linear(v):
    return np.where(v <= 0.04045, 12.92 * v, ((v + 0.055) / 1.055) ** 2.4)
