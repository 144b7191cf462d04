from collections import deque, defaultdict
def network_delay(times, n, k):
    adj = defaultdict(list)
    for (u, v, w) in times: adj[u] += [(v, w)]
    best = {k: 0}; q = deque([k])
    while q:
        u = q.popleft()
        for v, w in adj[u]:
            if (c := best[u] + w) < best.get(v, float("inf")):
                best[v] = c; q.append(v)
    return -1 if len(best) < n else max(best.values())
