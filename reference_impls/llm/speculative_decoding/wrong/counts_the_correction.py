# slip: rejected-counted
def speculative_accept(p, q, drafts, u):
    n = len(drafts)
    count = 0
    for i in range(n):
        count += 1
        if u[i] >= p[i, drafts[i]] / q[i, drafts[i]]:
            r = (p[i] - q[i]).clamp(min=0)
            return count, r / r.sum()
    return count, p[n]
