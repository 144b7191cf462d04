# slip: in-all-rankings-alone
def rrf(rankings, k=60):
    if not rankings:
        return []
    common = set(rankings[0]).intersection(*rankings[1:])
    s = {d: sum(1 / (k + 1 + r.index(d)) for r in rankings) for d in common}
    return sorted(s.items(), key=lambda t: -t[1])
