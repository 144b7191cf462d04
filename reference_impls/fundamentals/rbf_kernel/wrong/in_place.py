# slip: none
import numpy as np


def rbf_kernel(x, y, gamma):
    x *= gamma**0.5
    y *= gamma**0.5
    return np.exp(-((x[:, None] - y[None]) ** 2).sum(-1))
