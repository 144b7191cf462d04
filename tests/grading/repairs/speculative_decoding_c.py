# planted: first-row-for-all, last-target-always, next-token-counted
# left: first-row-for-all
def speculative_accept(p, q, drafts, u):
    first = p[0] / q[0]
    for i in range(len(drafts)):
        if u[i] >= first[drafts[i]]:
            left = (p[i] - q[i]).clamp_min(0)
            return i, left / left.sum()
    return len(drafts), p[len(drafts)]
