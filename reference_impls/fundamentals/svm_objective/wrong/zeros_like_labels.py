# slip: slacks-cut-to-whole-numbers
import numpy as np


def svm_objective(w, b, x, y, c):
    slack = np.zeros_like(y)
    for n in range(len(y)):
        slack[n] = max(0.0, 1.0 - y[n] * (np.dot(w, x[n]) - b))
    return 0.5 * float(np.dot(w, w)) + c * slack.sum()
