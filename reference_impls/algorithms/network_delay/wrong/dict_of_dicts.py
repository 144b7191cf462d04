# slip: last-edge-wins
import heapq


def network_delay(times, n, k):
    graph = {i: {} for i in range(1, n + 1)}
    for u, v, w in times:
        graph[u][v] = w
    dist = {}
    h = [(0, k)]
    while h:
        d, u = heapq.heappop(h)
        if u in dist:
            continue
        dist[u] = d
        for v, w in graph[u].items():
            if v not in dist:
                heapq.heappush(h, (d + w, v))
    return max(dist.values()) if len(dist) == n else -1
