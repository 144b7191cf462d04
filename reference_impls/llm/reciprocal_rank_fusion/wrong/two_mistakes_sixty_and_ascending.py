# slip: none
def rrf(rankings, k=60):
    s = {}
    for r in rankings:
        for i, d in enumerate(r, 1):
            s[d] = s.get(d, 0) + 1 / (60 + i)
    return sorted(s.items(), key=lambda t: t[1])
