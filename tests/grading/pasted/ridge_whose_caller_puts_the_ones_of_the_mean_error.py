# problem: linear-regression
# expect: fail

import numpy as np


def ridge_coefficients(X, y, lam):
    """Coefficients of a design matrix that starts with a column of ones."""
    penalty = np.identity(X.shape[1])
    penalty[0, 0] = 0
    return np.linalg.inv(X.T @ X + len(y) * lam * penalty) @ X.T @ y
