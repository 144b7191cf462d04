# problem: linear-regression
# expect: fail
# not: gets a column of ones

import numpy as np


def ridge_coefficients(X, y, lam):
    """Coefficients of a design matrix that starts with a column of ones."""
    penalty = np.identity(X.shape[1])
    return np.linalg.inv(X.T @ X + lam * penalty) @ X.T @ y
