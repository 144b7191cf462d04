# slip: none
import torch

def speculative_accept(p, q, drafts, u):
    n = len(drafts)
    for i in range(n):
        if u[i] >= p[i, drafts[i]] / q[i, drafts[i]]:
            j = min(i + 1, n - 1)
            r = (p[j] - q[j]).abs()
            return i, r / r.sum()
    return n, p[n]
