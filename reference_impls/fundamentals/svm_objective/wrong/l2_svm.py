# slip: squared-slack
import numpy as np


def svm_objective(w, b, x, y, c):
    return 0.5 * np.dot(w, w) + c * np.sum(np.maximum(0, 1 - y * (x @ w - b)) ** 2)
