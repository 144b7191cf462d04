# slip: penalty-squared
import numpy as np


def linear_regression(x, y, l2=0.0):
    xm, ym = x.mean(0), y.mean()
    d = x.shape[1]
    A = np.vstack([x - xm, l2 * np.eye(d)])
    w = np.linalg.lstsq(A, np.append(y - ym, np.zeros(d)), rcond=None)[0]
    return w, ym - xm @ w
