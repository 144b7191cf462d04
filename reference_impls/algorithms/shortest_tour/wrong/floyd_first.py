# slip: places-visited-again
from functools import cache


def shortest_tour(dist):
    n = len(dist)
    d = [row[:] for row in dist]
    for k in range(n):
        for i in range(n):
            for j in range(n):
                d[i][j] = min(d[i][j], d[i][k] + d[k][j])

    @cache
    def f(mask, i):
        if mask == (1 << n) - 1:
            return d[i][0]
        return min(d[i][j] + f(mask | 1 << j, j) for j in range(n) if not mask >> j & 1)

    return f(1, 0)
