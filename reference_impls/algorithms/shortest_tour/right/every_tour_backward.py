# each tour read backward: the cheapest one is as cheap
from functools import lru_cache

def shortest_tour(dist):
    n = len(dist)
    if n == 1:
        return 0
    full = (1 << n) - 1
    @lru_cache(None)
    def go(i, mask):
        if mask == full:
            return dist[0][i]
        return min(dist[j][i] + go(j, mask | 1 << j) for j in range(n) if not mask >> j & 1)
    return go(0, 1)
