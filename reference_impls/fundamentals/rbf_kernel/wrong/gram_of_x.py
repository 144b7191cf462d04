# slip: y-ignored
import numpy as np


def rbf_kernel(x, y, gamma):
    return np.exp(-gamma * ((x[:, None] - x[None]) ** 2).sum(-1))
