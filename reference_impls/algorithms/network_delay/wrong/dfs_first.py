# slip: first-path
def network_delay(times, n, k):
    g = {}
    for u, v, w in times: g.setdefault(u, []).append((v, w))
    d = {}
    def go(u, t):
        if u in d: return
        d[u] = t
        for v, w in g.get(u, []): go(v, t + w)
    go(k, 0)
    return max(d.values()) if len(d) == n else -1
