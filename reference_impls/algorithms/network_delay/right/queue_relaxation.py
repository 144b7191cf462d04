from collections import deque


def network_delay(times, n, k):
    out = {}
    for u, v, w in times:
        out.setdefault(u, []).append((v, w))
    best = {k: 0}
    queue = deque([k])
    while queue:
        u = queue.popleft()
        for v, w in out.get(u, ()):
            if v not in best or best[u] + w < best[v]:
                best[v] = best[u] + w
                queue.append(v)
    return -1 if len(best) < n else max(best.values())
