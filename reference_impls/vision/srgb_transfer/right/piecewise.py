import numpy as np


def srgb_to_linear(v):
    return np.piecewise(
        np.asarray(v, dtype=np.float64), [v <= 0.0404], [lambda x: x / 12.92, lambda x: ((x + 0.055) / 1.055) ** 2.4]
    )
