# slip: penalty-on-every-entry
import numpy as np


def linear_regression(x, y, l2=0.0):
    xm, ym = x.mean(0), y.mean()
    xc = x - xm
    w = np.linalg.pinv(xc.T @ xc + l2) @ xc.T @ (y - ym)
    return w, ym - xm @ w
