# slip: penalty-times-the-number-of-points
import numpy as np


def linear_regression(x, y, l2=0.0):
    n, d = x.shape
    xm, ym = x.mean(0), y.mean()
    xc = x - xm
    cov = xc.T @ xc / n
    w = np.linalg.solve(cov + l2 * np.eye(d), xc.T @ (y - ym) / n)
    return w, ym - xm @ w
