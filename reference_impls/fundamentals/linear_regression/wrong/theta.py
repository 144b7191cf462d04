# slip: one-vector-intercept-last
import numpy as np


def linear_regression(x, y, l2=0.0):
    n, d = x.shape
    A = np.hstack([x, np.ones((n, 1))])
    P = np.diag([l2] * d + [0.0])
    return np.linalg.solve(A.T @ A + P, A.T @ y)
