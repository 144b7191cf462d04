# slip: first-edge-wins
import heapq


def network_delay(times, n, k):
    graph = {u: {} for u in range(1, n + 1)}
    for u, v, w in times:
        if v not in graph[u]:
            graph[u][v] = w
    heap, done = [(0, k)], {}
    while heap:
        d, u = heapq.heappop(heap)
        if u in done:
            continue
        done[u] = d
        for v, w in graph[u].items():
            heapq.heappush(heap, (d + w, v))
    return max(done.values()) if len(done) == n else -1
