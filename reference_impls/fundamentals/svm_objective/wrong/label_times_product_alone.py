# slip: b-not-times-label
import numpy as np
def svm_objective(w, b, x, y, c):
    margin = y * (x @ w) - b
    return 0.5 * w @ w + c * np.maximum(0, 1 - margin).sum()
