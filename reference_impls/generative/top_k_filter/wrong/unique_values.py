# slip: different-values
import numpy as np


def top_k_filter(logits, k):
    x = np.asarray(logits).copy()
    rows = x.reshape(-1, x.shape[-1])
    for r in rows:
        u = np.unique(r)[::-1]
        r[r < u[min(k, len(u)) - 1]] = -np.inf
    return x
