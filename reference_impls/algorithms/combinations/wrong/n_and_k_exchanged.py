# slip: n-and-k-exchanged
import itertools
def combinations(n, k):
    return list(itertools.combinations(range(1, k + 1), n))
