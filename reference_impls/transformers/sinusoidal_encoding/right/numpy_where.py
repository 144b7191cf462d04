import numpy as np


def sinusoidal_encoding(length, d, base=10000.0):
    c = np.arange(d)
    angle = np.arange(length)[:, None] / np.power(base, 2 * (c // 2) / d)
    return np.where(c % 2 == 0, np.sin(angle), np.cos(angle))
