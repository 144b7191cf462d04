# slip: absent-gets-the-next-rank
def rrf(rankings, k=60):
    docs = list(dict.fromkeys(d for r in rankings for d in r))
    s = dict.fromkeys(docs, 0)
    for r in rankings:
        for d in docs:
            rank = r.index(d) + 1 if d in r else len(r) + 1
            s[d] += 1 / (k + rank)
    return sorted(s.items(), key=lambda t: -t[1])
