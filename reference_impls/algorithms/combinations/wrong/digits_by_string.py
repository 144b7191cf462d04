# slip: none
from itertools import combinations as choose


def combinations(n, k):
    digits = "".join(str(i) for i in range(1, n + 1))
    return [[int(d) for d in c] for c in choose(digits, k)]
