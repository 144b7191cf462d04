# slip: orders-with-repetition
import itertools
def combinations(n, k):
    return list(itertools.product(range(1, n + 1), repeat=k))
