# slip: way-home-forgotten
from functools import cache


def shortest_tour(dist):
    n = len(dist)

    @cache
    def f(mask, i):
        if mask == (1 << n) - 1:
            return 0
        return min(dist[i][j] + f(mask | 1 << j, j) for j in range(n) if not mask >> j & 1)

    return f(1, 0)
