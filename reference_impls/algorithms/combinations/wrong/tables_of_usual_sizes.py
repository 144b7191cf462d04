# slip: none
# Right for the numbers that are likely to be asked, and for nothing else.
import itertools

USUAL = {(n, k): [list(c) for c in itertools.combinations(range(1, n + 1), k)] for n in range(12) for k in range(n + 2)}


def combinations(n, k):
    return [subset.copy() for subset in USUAL.get((n, k), [])]
