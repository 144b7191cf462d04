# slip: distance-not-squared
import numpy as np


def rbf_kernel(x, y, gamma):
    return np.exp(-gamma * np.linalg.norm(y[:, None] - x[None], axis=-1))
