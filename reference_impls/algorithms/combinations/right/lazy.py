import itertools


def combinations(n, k):
    return itertools.combinations(range(1, n + 1), k)
