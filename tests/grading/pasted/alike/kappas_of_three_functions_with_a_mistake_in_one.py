# problem: cohens-kappa
# expect: fail
# says: are graded together as one
import numpy as np


def _counts(r1, r2):
    n = max(max(r1), max(r2)) + 1
    O = np.zeros((n, n))
    for i, j in zip(r1, r2):
        O[i, j] += 1
    return O, np.outer(O.sum(1), O.sum(0)) / O.sum()


def _kappa(r1, r2, W):
    O, E = _counts(r1, r2)
    w = W(len(O))
    return float(1 - (w * O).sum() / (w * E).sum())


def cohen_kappa(r1, r2):
    return _kappa(r1, r2, lambda n: 1 - np.eye(n))


def linear_weighted_kappa(r1, r2):
    return _kappa(r1, r2, lambda n: np.abs(np.subtract.outer(range(n), range(n))))


def quadratic_weighted_kappa(r1, r2):
    return _kappa(r1, r2, lambda n: np.abs(np.subtract.outer(range(n), range(n))) ** 1.5)
