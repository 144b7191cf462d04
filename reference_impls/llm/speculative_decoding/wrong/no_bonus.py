# slip: last-draft-again
def speculative_accept(p, q, drafts, u):
    n = len(drafts)
    for i, x in enumerate(drafts.tolist()):
        if u[i] >= p[i, x] / q[i, x]:
            d = (p[i] - q[i]).clamp(min=0)
            return i, d / d.sum()
    return n, p[n - 1]
