# slip: distance-not-squared
import numpy as np


def rbf_kernel(x, y, gamma):
    d = np.linalg.norm(x[:, None] - y[None], axis=-1)
    return np.exp(-gamma * d / 2)
