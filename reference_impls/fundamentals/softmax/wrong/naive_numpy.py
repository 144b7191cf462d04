# slip: no-maximum
import numpy as np


def softmax(x, dim=-1):
    e = np.exp(np.array(x))
    return e / e.sum(axis=dim, keepdims=True)
