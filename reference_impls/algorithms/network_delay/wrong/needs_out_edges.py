# slip: none
import heapq


def network_delay(times, n, k):
    graph = {}
    for u, v, w in times:
        graph.setdefault(u, []).append((v, w))
    done = {}
    heap = [(0, k)]
    while heap:
        d, u = heapq.heappop(heap)
        if u not in done:
            done[u] = d
            for v, w in graph[u]:
                heapq.heappush(heap, (d + w, v))
    return max(done.values()) if len(done) == n else -1
