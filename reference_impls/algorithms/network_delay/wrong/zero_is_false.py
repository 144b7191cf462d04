# slip: zero-is-no-answer
def network_delay(times, n, k):
    INF = float('inf')
    d = [INF] * (n + 1)
    d[k] = 0
    for _ in range(n):
        for u, v, w in times:
            d[v] = min(d[v], d[u] + w)
    m = max(d[1:])
    return m if m and m < INF else -1
