# slip: unreached-left-out
import heapq
from collections import defaultdict


def network_delay(times, n, k):
    g = defaultdict(list)
    for u, v, w in times:
        g[u].append((v, w))
    q, seen, t = [(0, k)], set(), 0
    while q:
        d, u = heapq.heappop(q)
        if u in seen:
            continue
        seen.add(u)
        t = max(t, d)
        for v, w in g[u]:
            heapq.heappush(q, (d + w, v))
    return t
