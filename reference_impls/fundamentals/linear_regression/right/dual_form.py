import numpy as np


def linear_regression(x, y, l2=0.0):
    X = np.array(x, dtype=np.float64)
    t = np.array(y, dtype=np.float64)
    mu, m = X.mean(axis=0), t.mean()
    X -= mu
    t -= m
    if l2 > 0 and X.shape[0] < X.shape[1]:
        w = X.T @ np.linalg.solve(X @ X.T + l2 * np.identity(len(X)), t)
    else:
        w = np.linalg.pinv(X.T @ X + l2 * np.identity(X.shape[1])).dot(X.T).dot(t)
    return [w, m - np.dot(mu, w)]
