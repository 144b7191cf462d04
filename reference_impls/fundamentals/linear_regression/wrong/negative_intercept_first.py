# slip: results-exchanged
import numpy as np


def linear_regression(x, y, l2=0.0):
    m, c = x.mean(0), y.mean()
    z = x - m
    w = np.linalg.solve(z.T @ z + l2 * np.eye(x.shape[1]), z.T @ (y - c))
    b = m @ w - c
    return b, w
