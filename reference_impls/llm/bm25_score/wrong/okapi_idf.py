# slip: idf-without-one
import math
from collections import Counter


def bm25_scores(query, docs, k1=1.5, b=0.75):
    n, avg = len(docs), sum(len(d) for d in docs) / len(docs)
    out = []
    for d in docs:
        c, s = Counter(d), 0
        for t in query:
            df = sum(t in x for x in docs)
            s += math.log((n - df + 0.5) / (df + 0.5)) * c[t] * (k1 + 1) / (c[t] + k1 * (1 - b + b * len(d) / avg))
        out.append(s)
    return out
