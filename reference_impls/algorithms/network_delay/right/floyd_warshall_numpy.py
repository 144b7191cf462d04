import numpy as np


def network_delay(times, n, k):
    d = np.full((n, n), np.inf)
    np.fill_diagonal(d, 0)
    for u, v, w in times:
        d[u - 1, v - 1] = min(d[u - 1, v - 1], w)
    for m in range(n):
        d = np.minimum(d, d[:, m, None] + d[None, m, :])
    worst = d[k - 1].max()
    return int(worst) if np.isfinite(worst) else -1
