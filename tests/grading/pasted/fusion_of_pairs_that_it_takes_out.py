# problem: reciprocal-rank-fusion
# expect: fail
# says: changes its argument rankings in place
def rrf_fusion(rankings, k=60):
    scores = {}
    for ranking in rankings:
        for rank, (doc, _) in enumerate(ranking, start=1):
            scores[doc] = scores.get(doc, 0.0) + 1.0 / (k + rank)
        ranking.clear()
    return sorted(scores.items(), key=lambda kv: -kv[1])
