# problem: linear-regression
# expect: fail
# says: penalizes the intercept

import numpy as np


def ridge(features, targets, alpha):
    n, d = features.shape
    design = np.hstack([features, np.ones((n, 1))])
    penalty = alpha * np.eye(d + 1)
    return np.linalg.solve(design.T @ design + penalty, design.T @ targets)
