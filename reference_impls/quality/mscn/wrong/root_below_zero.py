# slip: variance-not-cut
import numpy as np


def mscn(img, sigma=7/6, c=1.0):
    a = np.array(img, dtype=np.float64)
    r = int(4 * sigma + 0.5)
    g = np.exp(-np.arange(-r, r + 1) ** 2 / 2 / sigma ** 2)
    K = np.outer(g, g) / g.sum() ** 2
    win = np.lib.stride_tricks.sliding_window_view(np.pad(a, r, mode="symmetric"), K.shape)
    mu = (win * K).sum((2, 3))
    ex2 = (win ** 2 * K).sum((2, 3))
    a -= mu
    a /= np.sqrt(ex2 - mu * mu) + c
    return a
