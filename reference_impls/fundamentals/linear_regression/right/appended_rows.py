import numpy as np


def linear_regression(x, y, l2=0.0):
    """Ridge as least squares with D more rows."""
    n, d = x.shape
    rows = np.block([[x, np.ones((n, 1))], [np.sqrt(l2) * np.eye(d), np.zeros((d, 1))]])
    theta, *_ = np.linalg.lstsq(rows, np.concatenate([y, np.zeros(d)]), rcond=None)
    return theta[:d], float(theta[d])
