import numpy as np


def softmax(x, dim=-1):
    x = np.asarray(x)
    z = np.exp(x - np.max(x, axis=dim, keepdims=True))
    return z / np.sum(z, axis=dim, keepdims=True)
