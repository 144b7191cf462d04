# slip: target-at-the-rejection
def speculative_accept(p, q, drafts, u):
    n = len(drafts)
    for i in range(n):
        t = int(drafts[i])
        if u[i] >= p[i, t] / q[i, t]:
            return i, p[i]
    return n, p[n]
