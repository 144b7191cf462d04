# slip: last-node-alone
import heapq
from collections import defaultdict
def network_delay(times, n, k):
    g = defaultdict(list)
    for u, v, w in times:
        g[u].append((v, w))
    dist = {}
    h = [(0, k)]
    while h:
        d, u = heapq.heappop(h)
        if u in dist:
            continue
        dist[u] = d
        for v, w in g[u]:
            heapq.heappush(h, (d + w, v))
    return dist.get(n, -1)
