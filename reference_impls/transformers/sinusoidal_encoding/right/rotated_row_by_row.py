import numpy as np


def sinusoidal_encoding(length, d, base=10000.0):
    """Each row is the one before, turned by its frequencies."""
    w = np.exp(-np.log(base) * np.arange(d // 2) / (d // 2))
    out = np.empty((length, d))
    s, c = np.zeros(d // 2), np.ones(d // 2)
    for p in range(length):
        out[p, ::2], out[p, 1::2] = s, c
        s, c = s * np.cos(w) + c * np.sin(w), c * np.cos(w) - s * np.sin(w)
    return out
