# slip: none
import math
from collections import Counter


def bm25_scores(query, docs, k1=1.5, b=0.75):
    cs = [Counter(d) for d in docs]
    n, avg = len(docs), sum(len(c) for c in cs) / len(docs)
    out = []
    for c in cs:
        s = 0
        for t in query:
            df = sum(t in x for x in cs)
            s += math.log(1 + (n - df + 0.5) / (df + 0.5)) * c[t] * (k1 + 1) / (c[t] + k1 * (1 - b + b * len(c) / avg))
        out.append(s)
    return out
