import numpy as np


def svm_objective(weights, bias, data, labels, penalty):
    weights, data = np.float32(weights), np.float32(data)
    m = labels.astype(np.float32) * (np.einsum("nd,d->n", data, weights) - np.float32(bias))
    violating = m < 1
    return float(np.dot(weights, weights) / 2 + penalty * (violating.sum() - m[violating].sum()))
