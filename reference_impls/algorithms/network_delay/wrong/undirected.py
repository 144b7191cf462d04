# slip: both-directions
def network_delay(times, n, k):
    inf = float("inf")
    d = [[0 if i == j else inf for j in range(n + 1)] for i in range(n + 1)]
    for u, v, w in times:
        d[u][v] = min(d[u][v], w)
        d[v][u] = min(d[v][u], w)
    for m in range(1, n + 1):
        for i in range(1, n + 1):
            for j in range(1, n + 1):
                d[i][j] = min(d[i][j], d[i][m] + d[m][j])
    far = max(d[k][1:])
    return far if far < inf else -1
