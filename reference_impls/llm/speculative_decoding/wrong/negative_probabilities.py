# slip: rest-not-cut-off
def speculative_accept(p, q, drafts, u):
    for i, t in enumerate(drafts):
        if not (u[i] < p[i, t] / q[i, t]):
            d = p[i] - q[i]
            return i, d / d.sum()
    return len(drafts), p[len(drafts)]
