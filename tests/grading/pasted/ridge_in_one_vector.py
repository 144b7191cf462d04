# problem: linear-regression

import numpy as np


def ridge(features, targets, alpha):
    n, d = features.shape
    design = np.hstack([features, np.ones((n, 1))])
    penalty = alpha * np.eye(d + 1)
    penalty[-1, -1] = 0.0
    return np.linalg.solve(design.T @ design + penalty, design.T @ targets)
