import heapq
import sys


def network_delay(times, n, k):
    matrix = [[sys.maxsize] * (n + 1) for _ in range(n + 1)]
    for u, v, w in times:
        matrix[u][v] = min(matrix[u][v], w)
    dist = [sys.maxsize] * (n + 1)
    dist[k] = 0
    pq = [(0, k)]
    while pq:
        d, u = heapq.heappop(pq)
        if d > dist[u]:
            continue
        for v in range(1, n + 1):
            if matrix[u][v] < sys.maxsize and d + matrix[u][v] < dist[v]:
                dist[v] = d + matrix[u][v]
                heapq.heappush(pq, (dist[v], v))
    worst = max(dist[1:])
    return -1 if worst == sys.maxsize else worst
