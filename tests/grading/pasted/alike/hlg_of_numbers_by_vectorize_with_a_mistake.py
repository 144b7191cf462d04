# problem: hlg-oetf
# expect: fail
import math

import numpy as np

a = 0.17883277
b = 1 - 4 * a
c = 0.5 - a * math.log(4 * a)


def _to_signal(light: float) -> float:
    """One value."""
    if light < 1 / 12:
        return math.sqrt(light)
    return a * math.log(12 * light - b) + c


to_signal = np.vectorize(_to_signal, otypes=[np.float64])
