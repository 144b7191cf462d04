def speculative_accept(p, q, drafts, u):
    p, q, drafts, u = p.tolist(), q.tolist(), drafts.tolist(), u.tolist()
    accepted = 0
    for pi, qi, x, r in zip(p, q, drafts, u):
        if r >= min(1.0, pi[x] / qi[x]):
            rest = [max(a - b, 0.0) for a, b in zip(pi, qi)]
            total = sum(rest)
            return accepted, [a / total for a in rest]
        accepted += 1
    return accepted, p[accepted]
