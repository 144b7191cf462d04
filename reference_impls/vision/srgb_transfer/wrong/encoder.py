# slip: encoded-again
import numpy as np


def srgb_to_linear(v):
    return np.where(v <= 0.0031308, v * 12.92, 1.055 * np.power(v, 1 / 2.4) - 0.055)
