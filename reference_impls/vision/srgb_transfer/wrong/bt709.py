# slip: rec-709
import numpy as np


def srgb_to_linear(v):
    return np.where(v < 4.5 * 0.018, v / 4.5, np.power((v + 0.099) / 1.099, 1 / 0.45))
