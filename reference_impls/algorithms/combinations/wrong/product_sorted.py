# slip: with-repetition
from itertools import product


def combinations(n, k):
    return sorted({tuple(sorted(choice)) for choice in product(range(1, n + 1), repeat=k)})
