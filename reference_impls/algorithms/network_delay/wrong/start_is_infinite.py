# slip: start-without-time-zero
def network_delay(times, n, k):
    inf = float("inf")
    dist = [[inf] * (n + 1) for _ in range(n + 1)]
    for u, v, w in times:
        dist[u][v] = min(dist[u][v], w)
    for m in range(1, n + 1):
        for i in range(1, n + 1):
            for j in range(1, n + 1):
                dist[i][j] = min(dist[i][j], dist[i][m] + dist[m][j])
    longest = max(dist[k][1:])
    return -1 if longest == inf else longest
