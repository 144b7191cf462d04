# slip: none
import numpy as np


def rbf_kernel(x, y, gamma):
    n = min(len(x), len(y))
    return np.exp(-gamma * ((x[:n] - y[:n]) ** 2).sum(-1))
