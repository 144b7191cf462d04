import itertools

import numpy as np


def n_queens(n):
    p = np.array(list(itertools.permutations(range(n))))
    rows = np.arange(n)

    def distinct(a):
        a = np.sort(a, axis=1)
        return (a[:, 1:] != a[:, :-1]).all(axis=1)

    return np.count_nonzero(distinct(p - rows) & distinct(p + rows))
