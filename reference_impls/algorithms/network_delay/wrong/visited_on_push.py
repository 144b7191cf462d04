# slip: final-when-pushed
from collections import defaultdict
from heapq import heappop, heappush


def network_delay(times, n, k):
    adj = defaultdict(list)
    for s, t, cost in times:
        adj[s].append((t, cost))
    dist = [None] * (n + 1)
    dist[k] = 0
    visited = {k}
    pq = [(0, k)]
    while pq:
        d, node = heappop(pq)
        for other, cost in adj[node]:
            if other not in visited:
                visited.add(other)
                dist[other] = d + cost
                heappush(pq, (d + cost, other))
    return -1 if len(visited) != n else max(dist[1:])
