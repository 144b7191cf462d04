# slip: features-standardised
import numpy as np


def linear_regression(x, y, l2=0.0):
    mu, sd = x.mean(0), x.std(0) + 1e-9
    z = (x - mu) / sd
    w = np.linalg.solve(z.T @ z + l2 * np.eye(x.shape[1]), z.T @ (y - y.mean()))
    return w, y.mean() - mu @ w
