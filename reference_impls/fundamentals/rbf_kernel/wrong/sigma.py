# slip: gamma-as-sigma
import numpy as np


def rbf_kernel(x, y, gamma):
    d2 = ((x[:, None] - y[None]) ** 2).sum(-1)
    return np.exp(-d2 / (2 * gamma**2))
