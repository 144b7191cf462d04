import numpy as np


def linear_regression(x, y, l2=0.0):
    X = np.c_[x, np.ones(len(x))].astype(np.float32)
    reg = np.diag([np.float32(l2)] * x.shape[1] + [np.float32(0)])
    theta = np.linalg.solve(X.T @ X + reg, X.T @ y.astype(np.float32))
    return theta[:-1], theta[-1]
