# slip: half-of-the-absolute-weights
import numpy as np


def svm_objective(w, b, x, y, c):
    hinge = np.clip(1 - y * (x.dot(w) - b), 0, None)
    return 0.5 * np.linalg.norm(w, 1) + c * hinge.sum()
