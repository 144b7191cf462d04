import math
from collections import defaultdict


class Solution:
    def bm25_scores(self, q_tokens, documents, k1=1.5, b=0.75):
        postings = defaultdict(lambda: defaultdict(int))
        for i, doc in enumerate(documents):
            for t in doc:
                postings[t][i] += 1
        N = len(documents)
        mean = sum(len(d) for d in documents) / N
        out = [0.0 for _ in documents]
        for t in q_tokens:
            if t not in postings:
                continue
            n = len(postings[t])
            w = math.log((N + 1) / (n + 0.5))
            for i, f in postings[t].items():
                out[i] += w * (k1 + 1) / (1 + k1 / f * (1 + b * (len(documents[i]) / mean - 1)))
        return tuple(out)
