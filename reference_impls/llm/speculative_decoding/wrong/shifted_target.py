# slip: target-a-place-late
def speculative_accept(p, q, drafts, u):
    n = len(drafts)
    target = p[1:]
    for i in range(n):
        if u[i] >= target[i, drafts[i]] / q[i, drafts[i]]:
            r = (p[i] - q[i]).clamp(min=0)
            return i, r / r.sum()
    return n, p[n]
