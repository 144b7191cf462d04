# slip: a-frequency-for-each-channel
import numpy as np


def sinusoidal_encoding(length, d, base=10000.0):
    pe = np.zeros((length, d))
    for pos in range(length):
        for i in range(0, d, 2):
            pe[pos, i] = np.sin(pos / base ** (i / d))
            pe[pos, i + 1] = np.cos(pos / base ** ((i + 1) / d))
    return pe
