# problem: reciprocal-rank-fusion
# expect: fail
from collections import defaultdict


class EnsembleRetriever:
    def __init__(self, c=60):
        self.c = c

    def weighted_reciprocal_rank(self, doc_lists):
        scores = defaultdict(float)
        for docs in doc_lists:
            for rank, doc in enumerate(docs, start=0):
                scores[doc] += 1 / (rank + self.c)
        return sorted(scores.items(), key=lambda pair: pair[1], reverse=True)
