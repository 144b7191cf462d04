# slip: middle-node-last
# input: times = [(1, 3, 1), (3, 4, 1), (4, 2, 1)], n = 4, k = 1 (or a like relabelled path): too large or -1
def network_delay(times, n, k):
    """All pairs, O(n^3)."""
    inf = float("inf")
    d = [[inf] * n for _ in range(n)]
    for i in range(n):
        d[i][i] = 0
    for u, v, w in times:
        d[u - 1][v - 1] = min(d[u - 1][v - 1], w)
    for i in range(n):
        for j in range(n):
            for m in range(n):
                if d[i][m] + d[m][j] < d[i][j]:
                    d[i][j] = d[i][m] + d[m][j]
    worst = max(d[k - 1])
    return -1 if worst == inf else worst
