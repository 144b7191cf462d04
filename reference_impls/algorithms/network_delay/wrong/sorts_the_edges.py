# slip: none
def network_delay(times, n, k):
    times.sort(key=lambda edge: edge[2])
    dist = [float("inf")] * (n + 1)
    dist[k] = 0
    for _ in range(n):
        for u, v, w in times:
            dist[v] = min(dist[v], dist[u] + w)
    worst = max(dist[1:])
    return worst if worst < float("inf") else -1
