# slip: start-not-marked
from functools import lru_cache

def shortest_tour(dist):
    n = len(dist)
    if n == 1:
        return 0
    full = (1 << n) - 1
    @lru_cache(None)
    def go(i, mask):
        if mask == full:
            return dist[i][0]
        return min(dist[i][j] + go(j, mask | 1 << j) for j in range(n) if not mask >> j & 1)
    return go(0, 0)
