# slip: distance-not-squared
import numpy as np


def rbf_kernel(x, y, gamma):
    return np.exp(-gamma * np.linalg.norm(x[:, None] - y[None], axis=-1))
