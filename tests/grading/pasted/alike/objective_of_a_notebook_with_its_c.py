# problem: svm-objective
import numpy as np


def hinge_objective(X, t, w, b, C_val=1.0):
    margins = t * (X @ w - b)
    return .5*w@w + C_val*np.maximum(0, 1 - margins).sum()
