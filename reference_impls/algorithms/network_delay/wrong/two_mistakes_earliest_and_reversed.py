# slip: none
import heapq
from collections import defaultdict

def network_delay(times, n, k):
    g = defaultdict(list)
    for u, v, w in times:
        g[v].append((u, w))
    seen, h = {}, [(0, k)]
    while h:
        d, x = heapq.heappop(h)
        if x in seen:
            continue
        seen[x] = d
        for y, w in g[x]:
            heapq.heappush(h, (d + w, y))
    if len(seen) < n:
        return -1
    return min([d for x, d in seen.items() if x != k], default=0)
