import numpy as np


def srgb_to_linear(v):
    arr = np.array(v, dtype=float, copy=True)
    mask = arr > 0.04045
    arr[mask] = np.power((arr[mask] + 0.055) / 1.055, 2.4)
    arr[~mask] /= 12.92
    return arr
