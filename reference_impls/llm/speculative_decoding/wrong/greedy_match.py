# slip: best-token-alone
def speculative_accept(p, q, drafts, u):
    best = p.argmax(-1)
    k = 0
    while k < len(drafts) and best[k] == drafts[k]:
        k += 1
    if k == len(drafts):
        return k, p[k]
    d = (p[k] - q[k]).clamp(min=0)
    return k, d / d.sum()
