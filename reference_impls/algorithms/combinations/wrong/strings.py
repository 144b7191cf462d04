# slip: none
import itertools


def combinations(n, k):
    return [[str(i) for i in c] for c in itertools.combinations(range(1, n + 1), k)]
