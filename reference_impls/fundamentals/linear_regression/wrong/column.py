# slip: weights-as-a-column
import numpy as np


def linear_regression(x, y, l2=0.0):
    y = y.reshape(-1, 1)
    xm, ym = x.mean(0, keepdims=True), y.mean()
    xc = x - xm
    w = np.linalg.inv(xc.T @ xc + l2 * np.eye(x.shape[1])) @ xc.T @ (y - ym)
    return w, float(ym - (xm @ w).item())
