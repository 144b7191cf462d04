# slip: b-penalized
import numpy as np


def svm_objective(w, b, x, y, c):
    theta = np.append(w, -b)
    z = np.hstack([x, np.ones((len(x), 1))])
    return 0.5 * theta @ theta + c * np.maximum(0, 1 - y * (z @ theta)).sum()
