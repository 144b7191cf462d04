# slip: middle-node-second
def network_delay(times, n, k):
    INF = 10**18
    dist = [[0 if a == b else INF for b in range(n + 1)] for a in range(n + 1)]
    for u, v, w in times:
        dist[u][v] = min(dist[u][v], w)
    for i in range(1, n + 1):
        for m in range(1, n + 1):
            for j in range(1, n + 1):
                if dist[i][m] + dist[m][j] < dist[i][j]:
                    dist[i][j] = dist[i][m] + dist[m][j]
    worst = max(dist[k][1:])
    return worst if worst < INF else -1
