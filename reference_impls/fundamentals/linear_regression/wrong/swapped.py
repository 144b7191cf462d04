# slip: results-exchanged
import numpy as np


def linear_regression(x, y, l2=0.0):
    n, d = x.shape
    A = np.hstack([np.ones((n, 1)), x])
    P = np.diag([0.0] + [l2] * d)
    theta = np.linalg.solve(A.T @ A + P, A.T @ y)
    return theta[0], theta[1:]
