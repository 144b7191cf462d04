# slip: best-place-alone
def rrf(rankings, k=60):
    s = {}
    for r in rankings:
        for i, d in enumerate(r, 1):
            s[d] = max(s.get(d, 0), 1 / (k + i))
    return sorted(s.items(), key=lambda t: -t[1])
