# slip: none
def shortest_tour(dist):
    n, memo = len(dist), {}

    def f(mask, i):
        if mask == (1 << n) - 1:
            return dist[i][0]
        if mask not in memo:
            memo[mask] = min(dist[i][j] + f(mask | 1 << j, j) for j in range(n) if not mask >> j & 1)
        return memo[mask]

    return f(1, 0)
