# slip: last-entry-pushed-before-it-was-reached
import heapq
from collections import defaultdict


def network_delay(times, n, k):
    graph = defaultdict(list)
    for u, v, w in times:
        graph[u].append((v, w))
    visited = set()
    pq = [(0, k)]
    t = 0
    while pq:
        t, node = heapq.heappop(pq)
        if node in visited:
            continue
        visited.add(node)
        for nei, w in graph[node]:
            if nei not in visited:
                heapq.heappush(pq, (t + w, nei))
    return t if len(visited) == n else -1
