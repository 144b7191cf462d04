# slip: c-on-the-weights
import numpy as np


def svm_objective(w, b, x, y, c):
    return c * 0.5 * w @ w + np.maximum(0, 1 - y * (x @ w - b)).mean()
