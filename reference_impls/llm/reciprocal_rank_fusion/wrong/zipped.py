# slip: cut-to-the-shortest
def rrf(rankings, k=60):
    s = {}
    for i, docs in enumerate(zip(*rankings)):
        for d in docs:
            s[d] = s.get(d, 0) + 1 / (k + i + 1)
    return sorted(s.items(), key=lambda t: t[1], reverse=True)
