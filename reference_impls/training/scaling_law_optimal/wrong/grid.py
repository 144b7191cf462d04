# slip: none
import numpy as np


def compute_optimal(compute, e, a, b, alpha, beta):
    n = np.logspace(4, 16, 2000)
    d = compute / (6 * n)
    loss = e + a / n**alpha + b / d**beta
    i = loss.argmin()
    return n[i], d[i], loss[i]
