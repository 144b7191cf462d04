import numpy as np


def combinations(n, k):
    masks = np.arange(2**n)
    chosen = (masks[:, None] >> np.arange(n)) & 1
    rows = chosen[chosen.sum(axis=1) == k]
    if len(rows) == 0:
        return []
    return np.nonzero(rows)[1].reshape(len(rows), k) + 1
