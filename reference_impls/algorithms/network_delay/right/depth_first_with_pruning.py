def network_delay(times, n, k):
    from collections import defaultdict
    g = defaultdict(list)
    for u, v, w in times:
        g[u].append((w, v))
    dist = {i: float('inf') for i in range(1, n + 1)}
    def dfs(u, t):
        if t >= dist[u]:
            return
        dist[u] = t
        for w, v in sorted(g[u]):
            dfs(v, t + w)
    dfs(k, 0)
    a = max(dist.values())
    return a if a < float('inf') else -1
