# slip: penalty-doubled
import numpy as np


def linear_regression(x, y, l2=0.0):
    # gradient of 0.5 * ||xw - y||^2 + l2 * ||w||^2
    xm, ym = x.mean(0), y.mean()
    w = np.linalg.solve((x - xm).T @ (x - xm) + 2 * l2 * np.eye(x.shape[1]), (x - xm).T @ (y - ym))
    return w, ym - w @ xm
