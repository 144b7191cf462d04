# slip: zero-is-no-road
from functools import lru_cache
def shortest_tour(dist):
    n = len(dist)
    end = (1 << n) - 1
    if n == 1:
        return 0
    @lru_cache(None)
    def f(i, mask):
        if mask == end:
            return dist[i][0] or float('inf')
        best = float('inf')
        for j in range(n):
            if not mask & 1 << j and dist[i][j]:
                best = min(best, dist[i][j] + f(j, mask | 1 << j))
        return best
    return f(0, 1)
