# slip: intercept-penalised
import numpy as np


def linear_regression(x, y, l2=0.0):
    X = np.c_[np.ones(len(x)), x]
    theta = np.linalg.solve(X.T @ X + l2 * np.eye(X.shape[1]), X.T @ y)
    return theta[1:], theta[0]
