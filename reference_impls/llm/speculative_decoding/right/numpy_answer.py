import numpy as np


def speculative_accept(p, q, drafts, u):
    p, q, drafts, u = (np.asarray(x) for x in (p, q, drafts, u))
    n = len(drafts)
    rows = np.arange(n)
    rejected = np.flatnonzero(~(u < p[rows, drafts] / q[rows, drafts]))
    if rejected.size == 0:
        return n, p[n].copy()
    i = int(rejected[0])
    d = np.clip(p[i] - q[i], 0, None)
    return np.int64(i), d / d.sum()
