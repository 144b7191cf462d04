# slip: none
def network_delay(times, n, k):
    dist = {i: float("inf") for i in range(1, n + 1)}
    dist[k] = 0
    for _ in range(3):
        for u, v, w in times:
            dist[v] = min(dist[v], dist[u] + w)
    worst = max(dist.values())
    return worst if worst != float("inf") else -1
