# slip: from-zero
from itertools import combinations as choose


def combinations(n, k):
    return [list(c) for c in choose(range(n), k)]
