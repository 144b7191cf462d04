def network_delay(times, n, k):
    d = dict.fromkeys(range(1, n + 1), float("inf"))
    d[k] = 0.0
    changed = True
    while changed:
        changed = False
        for u, v, w in times:
            if d[u] + w < d[v]:
                d[v] = d[u] + w
                changed = True
    worst = max(d.values())
    return -1 if worst == float("inf") else worst
