# slip: final-when-pushed-nearest-first
# input: times = [(1, 2, 10), (1, 3, 1), (3, 2, 1)], n = 3, k = 1: gives 10, right is 2
import heapq


def network_delay(times, n, k):
    out = [[] for _ in range(n + 1)]
    for u, v, w in times:
        out[u].append((w, v))
    for links in out:
        links.sort()
    seen = {k}
    heap = [(0, k)]
    last = 0
    while heap:
        d, u = heapq.heappop(heap)
        last = d
        for w, v in out[u]:
            if v not in seen:
                seen.add(v)
                heapq.heappush(heap, (d + w, v))
    return last if len(seen) == n else -1
