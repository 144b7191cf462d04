# slip: divided-by-255
import numpy as np


def srgb_to_linear(v):
    x = np.asarray(v, dtype=np.float64) / 255.0
    return np.where(x <= 0.04045, x / 12.92, ((x + 0.055) / 1.055) ** 2.4)
