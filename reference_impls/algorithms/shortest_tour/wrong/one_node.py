# slip: one-place-fails
from itertools import combinations


def shortest_tour(d):
    n = len(d)
    C = {(frozenset([k]), k): d[0][k] for k in range(1, n)}
    for size in range(2, n):
        for group in combinations(range(1, n), size):
            S = frozenset(group)
            for k in S:
                C[S, k] = min(C[S - {k}, m] + d[m][k] for m in S - {k})
    return min(C[frozenset(range(1, n)), k] + d[k][0] for k in range(1, n))
