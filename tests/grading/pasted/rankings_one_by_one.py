# problem: reciprocal-rank-fusion
# expect: pass
from collections import Counter


def fuse(*rankings, k=60):
    scores = Counter()
    for ranking in rankings:
        for rank, doc in enumerate(ranking, 1):
            scores[doc] += 1 / (k + rank)
    return scores.most_common()
