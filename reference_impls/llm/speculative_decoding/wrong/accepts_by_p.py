# slip: q-ignored
def speculative_accept(p, q, drafts, u):
    n = len(drafts)
    for i in range(n):
        if u[i] >= p[i][drafts[i]]:
            r = (p[i] - q[i]).clamp(min=0)
            return i, r / r.sum()
    return n, p[n]
