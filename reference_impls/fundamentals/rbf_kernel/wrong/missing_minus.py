# slip: no-minus
import numpy as np


def rbf_kernel(x, y, gamma):
    return np.exp(gamma * ((x[:, None] - y[None]) ** 2).sum(-1))
