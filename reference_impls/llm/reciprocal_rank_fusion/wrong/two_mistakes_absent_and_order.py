# slip: worst-first
def rrf(rankings, k=60):
    ids = {d for r in rankings for d in r}
    out = []
    for d in ids:
        s = 0
        for r in rankings:
            rank = r.index(d) + 1 if d in r else len(r) + 1
            s += 1 / (k + rank)
        out.append((d, s))
    return sorted(out, key=lambda x: x[1])
