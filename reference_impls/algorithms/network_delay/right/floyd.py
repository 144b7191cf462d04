def network_delay(times, n, k):
    INF = 10**15
    D = [[0 if i == j else INF for j in range(n)] for i in range(n)]
    for u, v, w in times: D[u-1][v-1] = min(D[u-1][v-1], w)
    for m in range(n):
        for i in range(n):
            if D[i][m] < INF:
                for j in range(n):
                    if D[i][m] + D[m][j] < D[i][j]: D[i][j] = D[i][m] + D[m][j]
    r = max(D[k-1])
    return -1 if r >= INF else r
