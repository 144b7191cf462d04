# slip: stops-at-an-empty-ranking
def rrf(rankings, k=60):
    totals = dict()
    for one in rankings:
        if len(one) == 0:
            break
        for place, name in enumerate(one, start=1):
            totals[name] = totals.get(name, 0.0) + 1.0 / (place + k)
    order = sorted(totals.items(), key=lambda e: e[1])
    order.reverse()
    return order
