def network_delay(times, n, k):
    INF = float("inf"); dist = {i: INF for i in range(1, n + 1)}; dist[k] = 0
    while True:
        ch = False
        for u, v, w in times:
            if dist[u] + w < dist[v]: dist[v] = dist[u] + w; ch = True
        if not ch: break
    ans = max(dist.values())
    return ans if ans != INF else -1
