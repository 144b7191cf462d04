# slip: spanning-tree
import heapq
from collections import defaultdict
def network_delay(times, n, k):
    g = defaultdict(list)
    for u, v, w in times:
        g[u].append((v, w))
    seen, total = set(), 0
    h = [(0, k)]
    while h:
        d, u = heapq.heappop(h)
        if u in seen:
            continue
        seen.add(u)
        total += d
        for v, w in g[u]:
            heapq.heappush(h, (w, v))
    return total if len(seen) == n else -1
