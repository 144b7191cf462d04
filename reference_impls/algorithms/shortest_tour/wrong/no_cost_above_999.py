# slip: bounded-at-999
def shortest_tour(dist):
    n = len(dist)
    full = 1 << n
    best = [[999] * n for _ in range(full)]
    best[1][0] = 0
    for mask in range(full):
        for i in range(n):
            if best[mask][i] == 999:
                continue
            for j in range(n):
                if not mask >> j & 1:
                    m2 = mask | 1 << j
                    best[m2][j] = min(best[m2][j], best[mask][i] + dist[i][j])
    return min(best[full - 1][i] + dist[i][0] for i in range(n))
