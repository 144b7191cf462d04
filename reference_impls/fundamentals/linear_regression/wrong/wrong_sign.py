# slip: intercept-with-a-plus
import numpy as np


def linear_regression(x, y, l2=0.0):
    xm, ym = x.mean(0), y.mean()
    w = np.linalg.solve((x - xm).T @ (x - xm) + l2 * np.eye(x.shape[1]), (x - xm).T @ (y - ym))
    return w, ym + w @ xm
