# slip: sorted-by-id-backwards
def rrf(rankings, k=60):
    s = {}
    for r in rankings:
        for i, d in enumerate(r):
            s[d] = 1 / (k + i + 1)
    return sorted(s.items(), reverse=True)
