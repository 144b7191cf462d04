# slip: first-weight-free
import numpy as np


def linear_regression(x, y, l2=0.0):
    N, D = x.shape
    X = np.concatenate([x, np.ones((N, 1))], axis=1)
    reg = l2 * np.eye(D + 1)
    reg[0, 0] = 0
    theta = np.linalg.solve(X.T @ X + reg, X.T @ y)
    return theta[:D], theta[D]
