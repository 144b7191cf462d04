# slip: gamma-halved
import numpy as np


def rbf_kernel(x, y, gamma):
    return np.exp(-0.5 * gamma * ((x[:, None] - y[None]) ** 2).sum(-1))
