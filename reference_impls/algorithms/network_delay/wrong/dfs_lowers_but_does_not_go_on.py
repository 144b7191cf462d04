# slip: depth-first-once-each
def network_delay(times, n, k):
    adj = {}
    for u, v, w in times:
        adj.setdefault(u, []).append((v, w))
    best = {}

    def dfs(u, d):
        seen = u in best
        best[u] = min(d, best.get(u, d))
        if not seen:
            for v, w in adj.get(u, ()):
                dfs(v, d + w)

    dfs(k, 0)
    return -1 if len(best) < n else max(best.values())
