# slip: limited-infinity
def network_delay(times, n, k):
    INF = 10**9
    dist = [INF] * (n + 1)
    dist[k] = 0
    for _ in range(n):
        for u, v, w in times:
            if dist[u] != INF and dist[u] + w < dist[v]:
                dist[v] = dist[u] + w
    res = max(dist[1:])
    return -1 if res >= INF else res
