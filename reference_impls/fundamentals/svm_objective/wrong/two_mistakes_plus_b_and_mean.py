# slip: b-added
import numpy as np


def svm_objective(w, b, x, y, c):
    return 0.5 * w @ w + c * np.maximum(0, 1 - y * (x @ w + b)).mean()
