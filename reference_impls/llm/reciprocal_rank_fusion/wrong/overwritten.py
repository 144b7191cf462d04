# slip: last-ranking-wins
def rrf(rankings, k=60):
    s = {d: 1 / (k + i) for r in rankings for i, d in enumerate(r, 1)}
    return sorted(s.items(), key=lambda t: -t[1])
