# slip: none
from itertools import combinations as choose


def combinations(n, k):
    return ["".join(map(str, c)) for c in choose(range(1, n + 1), k)]
