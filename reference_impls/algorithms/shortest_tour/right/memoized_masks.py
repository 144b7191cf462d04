from functools import lru_cache


class Solution:
    def shortest_tour(self, dist):
        n = len(dist)
        if n == 1:
            return 0

        @lru_cache(None)
        def visit(mask, pos):
            if mask == (1 << n) - 1:
                return dist[pos][0]
            best = float("inf")
            for nxt in range(n):
                if not mask & (1 << nxt):
                    best = min(best, dist[pos][nxt] + visit(mask | (1 << nxt), nxt))
            return best

        return visit(1, 0)
