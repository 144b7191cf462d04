# slip: none
def speculative_accept(p, q, drafts, u):
    n = len(drafts)
    for i, x in enumerate(drafts.tolist()):
        if u[i] >= p[i, x] / q[i, x]:
            d = p[i]
            d -= q[i]
            d.clamp_(min=0)
            d /= d.sum()
            return i, d
    return n, p[n]
