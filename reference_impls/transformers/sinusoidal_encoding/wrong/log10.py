# slip: decimal-logarithm
import numpy as np


def sinusoidal_encoding(length, d, base=10000.0):
    pe = np.zeros((length, d))
    w = np.exp(-np.arange(0, d, 2) / d * np.log10(base))
    pe[:, ::2] = np.sin(np.arange(length)[:, None] * w)
    pe[:, 1::2] = np.cos(np.arange(length)[:, None] * w)
    return pe
