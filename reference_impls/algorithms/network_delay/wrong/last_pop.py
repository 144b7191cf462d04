# slip: last-entry-of-the-heap
import heapq
from collections import defaultdict


def network_delay(times, n, k):
    graph = defaultdict(list)
    for u, v, w in times:
        graph[u].append((v, w))
    seen = set()
    pq = [(0, k)]
    while pq:
        t, node = heapq.heappop(pq)
        if node not in seen:
            seen.add(node)
            for other, w in graph[node]:
                heapq.heappush(pq, (t + w, other))
    return t if len(seen) == n else -1
