# slip: none
def rrf(rankings, k=60):
    s = {}
    for r in rankings:
        for i, d in enumerate(r, 1):
            s[d] = s.get(d, 0) + 1 / (k + i)
    return sorted(((d, round(v, 2)) for d, v in s.items()), key=lambda t: -t[1])
