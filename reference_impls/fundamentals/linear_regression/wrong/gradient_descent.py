# slip: none
import numpy as np


def linear_regression(x, y, l2=0.0):
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(1000):
        r = x @ w + b - y
        w -= 0.01 * (x.T @ r + l2 * w) / len(y)
        b -= 0.01 * r.mean()
    return w, b
