# slip: stops-at-the-nth-pop
import heapq
from collections import defaultdict


def network_delay(times, n, k):
    graph = defaultdict(list)
    for u, v, w in times:
        graph[u].append((v, w))
    heap, popped = [(0, k)], 0
    while heap:
        d, u = heapq.heappop(heap)
        popped += 1
        if popped == n:
            return d
        for v, w in graph[u]:
            heapq.heappush(heap, (d + w, v))
    return -1
