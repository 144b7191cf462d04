# slip: last-target-always
def speculative_accept(p, q, drafts, u):
    k = 0
    for i, x in enumerate(drafts):
        if u[i] >= p[i, x] / q[i, x]:
            break
        k += 1
    return k, p[-1]
