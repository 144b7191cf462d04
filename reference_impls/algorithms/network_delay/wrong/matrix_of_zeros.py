# slip: none
import numpy as np


def network_delay(times, n, k):
    W = np.zeros((n, n), dtype=int)
    for u, v, w in times:
        W[u - 1, v - 1] = w if W[u - 1, v - 1] == 0 else min(w, W[u - 1, v - 1])
    dist = np.full(n, np.inf)
    dist[k - 1] = 0
    done = np.zeros(n, dtype=bool)
    for _ in range(n):
        u = int(np.argmin(np.where(done, np.inf, dist)))
        done[u] = True
        for v in range(n):
            if W[u, v] > 0:
                dist[v] = min(dist[v], dist[u] + W[u, v])
    return -1 if np.isinf(dist).any() else int(dist.max())
