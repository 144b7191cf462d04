# slip: labels-mapped-from-0-and-1
import numpy as np


def svm_objective(w, b, x, y, c):
    t = 2 * y - 1
    return 0.5 * w @ w + c * np.maximum(0, 1 - t * (x @ w - b)).sum()
