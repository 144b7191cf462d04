# slip: queued-once
from collections import defaultdict, deque


def network_delay(times, n, k):
    graph = defaultdict(list)
    for u, v, w in times:
        graph[u].append((v, w))
    dist = [float("inf")] * (n + 1)
    dist[k] = 0
    seen = {k}
    queue = deque([k])
    while queue:
        u = queue.popleft()
        for v, w in graph[u]:
            if dist[u] + w < dist[v]:
                dist[v] = dist[u] + w
                if v not in seen:
                    seen.add(v)
                    queue.append(v)
    longest = max(dist[1:])
    return longest if longest < float("inf") else -1
