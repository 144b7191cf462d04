# slip: k-ignored
def rrf(rankings, k=60):
    s = {}
    for r in rankings:
        for i, d in enumerate(r):
            s[d] = s.get(d, 0) + 1 / (61 + i)
    return sorted(s.items(), key=lambda t: -t[1])
