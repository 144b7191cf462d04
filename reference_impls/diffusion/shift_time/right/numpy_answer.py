import numpy as np


def shift_time(t, shift):
    t = np.asarray(t, dtype=np.float64)
    return np.divide(t, t + (1 - t) / shift)
