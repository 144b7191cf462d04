# slip: without-the-rejected-token
def speculative_accept(p, q, drafts, u):
    for i, x in enumerate(drafts.tolist()):
        if u[i] >= p[i, x] / q[i, x]:
            d = p[i].clone()
            d[x] = 0
            return i, d / d.sum()
    return len(drafts), p[-1]
