import numpy as np


def shortest_tour(dist):
    d = np.array(dist, dtype=float)
    n = len(d)
    if n == 1:
        return 0.0
    best = np.full((1 << n, n), np.inf)
    best[1, 0] = 0
    for mask in range(1, 1 << n, 2):
        reach = (best[mask][:, None] + d).min(axis=0)
        for j in range(1, n):
            if not mask >> j & 1:
                new = mask | 1 << j
                best[new, j] = min(best[new, j], reach[j])
    return float((best[-1] + d[:, 0])[1:].min())
