# slip: no-half
import numpy as np


def svm_objective(w, b, x, y, c):
    return w @ w + c * (np.maximum(0, 1 - y * (x @ w - b)) ** 2).sum()
