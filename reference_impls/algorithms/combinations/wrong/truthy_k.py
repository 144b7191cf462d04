# slip: nothing-for-zero
import itertools


def combinations(n, k):
    if not k or k > n:
        return []
    return list(itertools.combinations(range(1, n + 1), k))
