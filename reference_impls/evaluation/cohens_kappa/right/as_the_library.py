import numpy as np


def cohens_kappa(y1, y2, weights=None):
    """A confusion matrix, expected by its margins, and a weight matrix, as the machine learning library has it."""
    n_classes = int(max(max(y1), max(y2))) + 1
    confusion = np.bincount(np.asarray(y1) * n_classes + np.asarray(y2), minlength=n_classes**2)
    confusion = confusion.reshape(n_classes, n_classes)
    sum0, sum1 = np.sum(confusion, axis=0), np.sum(confusion, axis=1)
    expected = np.outer(sum0, sum1) / np.sum(sum0)
    if weights is None:
        w_mat = np.ones([n_classes, n_classes], dtype=int)
        w_mat.flat[:: n_classes + 1] = 0
    elif weights == "linear" or weights == "quadratic":
        w_mat = np.zeros([n_classes, n_classes], dtype=int)
        w_mat += np.arange(n_classes)
        w_mat = np.abs(w_mat - w_mat.T) if weights == "linear" else (w_mat - w_mat.T) ** 2
    else:
        raise ValueError("Unknown kappa weighting type.")
    return 1 - np.sum(w_mat * confusion) / np.sum(w_mat * expected.T)
