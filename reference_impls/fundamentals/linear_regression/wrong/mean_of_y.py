# slip: intercept-is-the-mean-of-y
import numpy as np


def linear_regression(x, y, l2=0.0):
    xc = x - x.mean(axis=0)
    w = np.linalg.solve(xc.T @ xc + l2 * np.eye(x.shape[1]), xc.T @ y)
    return w, y.mean()
