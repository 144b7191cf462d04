# slip: k-or-more
import itertools
def combinations(n, k):
    return [c for j in range(k, n + 1) for c in itertools.combinations(range(1, n + 1), j)]
