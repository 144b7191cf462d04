def rrf(rankings, k=60):
    ids = set().union(*rankings)
    score = {d: sum(1 / (k + r.index(d) + 1) for r in rankings if d in r) for d in ids}
    return sorted(score.items(), key=lambda t: -t[1])
