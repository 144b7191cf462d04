# with one place the way from 0 to itself, which costs 0
def shortest_tour(dist):
    from functools import lru_cache
    n = len(dist)
    @lru_cache(None)
    def go(i, mask):
        if mask == (1 << n) - 1:
            return dist[i][0]
        return min(dist[i][j] + go(j, mask | 1 << j) for j in range(n) if not mask >> j & 1)
    return go(0, 1)
