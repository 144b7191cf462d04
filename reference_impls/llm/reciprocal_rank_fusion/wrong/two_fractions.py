# slip: two-fractions
def rrf(rankings, k=60):
    scores = {}
    for ranking in rankings:
        for place, doc in enumerate(ranking):
            scores[doc] = scores.get(doc, 0.0) + 1.0 / k + 1.0 / (place + 1)
    return sorted(scores.items(), key=lambda pair: pair[1], reverse=True)
