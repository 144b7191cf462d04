# slip: rest-not-normalised
import numpy as np


def speculative_accept(p, q, drafts, u):
    p, q = np.asarray(p), np.asarray(q)
    k = 0
    while k < len(drafts) and float(u[k]) < p[k, drafts[k]] / q[k, drafts[k]]:
        k += 1
    return (k, p[k]) if k == len(drafts) else (k, np.maximum(p[k] - q[k], 0))
