import numpy as np


def dropout(x, p, training=True):
    x = np.asarray(x)
    if not training or p == 0:
        return x.copy()
    if p == 1:
        return np.zeros_like(x)
    keep = np.random.random(x.shape) > p
    return (x * keep / (1 - p)).astype(x.dtype)
