# slip: targets-alone-centred
import numpy as np


def linear_regression(x, y, l2=0.0):
    ym = y.mean()
    w = np.linalg.solve(x.T @ x + l2 * np.eye(x.shape[1]), x.T @ (y - ym))
    return w, ym - x.mean(0) @ w
