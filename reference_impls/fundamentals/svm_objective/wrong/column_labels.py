# slip: none
import numpy as np


def svm_objective(w, b, x, y, c):
    """(N,1) times (N,) makes all pairs of labels and scores."""
    return 0.5 * w @ w + c * np.maximum(0, 1 - y.reshape(-1, 1) * (x @ w - b)).sum()
