# slip: none
import numpy as np


def cohens_kappa(a, b, weights=None):
    """A square table by the first rater's labels alone."""
    if weights not in (None, "linear", "quadratic"):
        raise ValueError
    C = max(a) + 1
    o = np.zeros((C, C))
    for i, j in zip(a, b):
        o[i, j] += 1 / len(a)
    e = np.outer(o.sum(1), o.sum(0))
    d = np.abs(np.arange(C)[:, None] - np.arange(C))
    w = d > 0 if weights is None else d if weights == "linear" else d**2
    return 1 - (w * o).sum() / (w * e).sum()
