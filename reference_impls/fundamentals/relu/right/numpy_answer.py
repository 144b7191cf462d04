import numpy as np


def relu(x):
    return np.maximum(np.asarray(x), 0)
