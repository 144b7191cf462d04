# slip: last-weight-free
import numpy as np


def linear_regression(x, y, l2=0.0):
    N, D = x.shape
    X = np.hstack((np.ones((N, 1)), x))
    reg = np.eye(D + 1)
    reg[-1, -1] = 0
    theta = np.linalg.inv(X.T @ X + l2 * reg) @ (X.T @ y)
    return theta[1:], theta[0]
