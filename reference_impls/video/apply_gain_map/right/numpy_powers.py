import numpy as np


def apply_gain_map(sdr, log2_gain, weight=1.0):
    return np.asarray(sdr) * np.power(2.0, np.asarray(weight) * np.asarray(log2_gain))
