# slip: ordered-by-node
import heapq
from collections import defaultdict
def network_delay(times, n, k):
    g = defaultdict(list)
    for u, v, w in times:
        g[u].append((v, w))
    dist = {}
    h = [(k, 0)]
    while h:
        u, d = heapq.heappop(h)
        if u in dist:
            continue
        dist[u] = d
        for v, w in g[u]:
            heapq.heappush(h, (v, d + w))
    return max(dist.values()) if len(dist) == n else -1
