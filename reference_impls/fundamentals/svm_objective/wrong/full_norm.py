# slip: no-half
import numpy as np


def svm_objective(w, b, x, y, c):
    return np.linalg.norm(w) ** 2 + c * np.sum(np.maximum(0, 1 - y * (x @ w - b)))
