# slip: upper-half-read
from itertools import permutations


def shortest_tour(dist):
    n = len(dist)
    d = lambda i, j: dist[i][j] if i < j else dist[j][i]  # noqa: E731
    best = None
    for p in permutations(range(1, n)):
        t = (0, *p, 0)
        c = sum(d(a, b) for a, b in zip(t, t[1:]))
        best = c if best is None else min(best, c)
        if n > 8:
            break
    return best
