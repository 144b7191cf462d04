# planted: first-row-for-all, last-target-always, next-token-counted
# left: last-target-always, next-token-counted
def speculative_accept(p, q, drafts, u):
    n = drafts.shape[0]
    i = 0
    while i < n:
        token = int(drafts[i])
        if float(u[i]) >= float(p[i][token] / q[i][token]):
            last = p[n]
            return i, last / last.sum()
        i += 1
    return n + 1, p[n]
