import numpy as np


def srgb_to_linear(v):
    out = np.empty(v.shape)
    for i in range(v.shape[0]):
        out[i] = np.where(v[i] <= 0.04045, v[i] / 12.92, ((v[i] + 0.055) / 1.055) ** 2.4)
    return out
