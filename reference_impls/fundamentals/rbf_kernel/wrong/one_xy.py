# slip: cross-term-not-doubled
import numpy as np


def rbf_kernel(x, y, gamma):
    return np.exp(-gamma * (np.sum(x**2, 1)[:, None] + np.sum(y**2, 1)[None] - x @ y.T))
