# problem: linear-regression
# expect: fail
# says: changes its arguments x and y in place
import numpy as np
def ridge(data, l2=0.0):
    X = data[:, :-1]
    y = data[:, -1]
    mean = X.mean(0)
    X -= mean
    ym = y.mean()
    y -= ym
    w = np.linalg.solve(X.T @ X + l2 * np.eye(X.shape[1]), X.T @ y)
    return w, ym - mean @ w
