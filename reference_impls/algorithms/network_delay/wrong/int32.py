# slip: none
import numpy as np


def network_delay(times, n, k):
    top = np.iinfo(np.int32).max
    dist = np.full(n + 1, top, dtype=np.int64)
    dist[k] = 0
    for _ in range(n):
        for u, v, w in times:
            if dist[u] < top:
                dist[v] = min(dist[v], dist[u] + w)
    return -1 if (dist[1:] == top).any() else int(dist[1:].max())
