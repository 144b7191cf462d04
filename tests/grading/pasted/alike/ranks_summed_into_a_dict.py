# problem: reciprocal-rank-fusion
# expect: fail
# says: Your code returns a dict where a list is asked for.
from collections import defaultdict


def rrf(rankings, k=60):
    scores = defaultdict(float)
    for ranking in rankings:
        for rank, doc in enumerate(ranking, start=1):
            scores[doc] += 1 / (k + rank)
    return dict(scores)
