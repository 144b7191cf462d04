# slip: starts-anywhere
def shortest_tour(dist):
    n = len(dist)
    INF = float("inf")
    dp = [[INF] * n for _ in range(1 << n)]
    for i in range(n):
        dp[1 << i][i] = 0
    for mask in range(1 << n):
        for i in range(n):
            if dp[mask][i] == INF:
                continue
            for j in range(n):
                if not mask >> j & 1:
                    m = mask | 1 << j
                    dp[m][j] = min(dp[m][j], dp[mask][i] + dist[i][j])
    return min(dp[-1])
