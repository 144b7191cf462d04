# slip: least-squares-without-the-penalty
import numpy as np


def linear_regression(x, y, l2=0.0):
    xm, ym = x.mean(0), y.mean()
    w, *_ = np.linalg.lstsq(x - xm, y - ym, rcond=None)
    return w, ym - xm @ w
