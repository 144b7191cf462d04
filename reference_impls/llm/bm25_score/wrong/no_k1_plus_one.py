# slip: without-k1-plus-one
import math


def bm25_scores(query, docs, k1=1.5, b=0.75):
    n, avg = len(docs), sum(len(d) for d in docs) / len(docs)
    out = []
    for d in docs:
        s = 0
        for t in query:
            df = sum(t in x for x in docs)
            f = d.count(t)
            s += math.log(1 + (n - df + 0.5) / (df + 0.5)) * f / (f + k1 * (1 - b + b * len(d) / avg))
        out.append(s)
    return out
