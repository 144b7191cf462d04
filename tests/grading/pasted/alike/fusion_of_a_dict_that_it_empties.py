# problem: reciprocal-rank-fusion
# expect: fail
# says: changes its argument rankings in place
def fuse(rankings, k=60):
    scores = {}
    for name, docs in rankings.items():
        for rank, doc in enumerate(docs, start=1):
            scores[doc] = scores.get(doc, 0.0) + 1.0 / (k + rank)
    rankings.clear()
    return sorted(scores.items(), key=lambda kv: kv[1], reverse=True)
