# slip: ratio-inverted
def speculative_accept(p, q, drafts, u):
    n = len(drafts)
    for i in range(n):
        x = drafts[i].item()
        if u[i] >= min(1, q[i, x] / p[i, x]):
            r = (p[i] - q[i]).clamp(min=0)
            return i, r / r.sum()
    return n, p[n]
