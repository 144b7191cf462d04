def shortest_tour(dist):
    n = len(dist)
    out = [min((dist[i][j] for j in range(n) if j != i), default=0) for i in range(n)]
    best = sum(dist[i][(i + 1) % n] for i in range(n)) if n > 1 else 0

    def go(at, left, cost, bound):
        nonlocal best
        if cost + bound >= best:
            return
        if not left:
            best = min(best, cost + dist[at][0])
            return
        for nxt in sorted(left, key=lambda j: dist[at][j]):
            go(nxt, left - {nxt}, cost + dist[at][nxt], bound - out[at])

    if n > 1:
        go(0, frozenset(range(1, n)), 0, sum(out))
    return best
