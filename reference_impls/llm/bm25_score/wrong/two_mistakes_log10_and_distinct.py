# slip: base-ten
import math
from collections import Counter


def bm25_scores(query, docs, k1=1.5, b=0.75):
    cs = [Counter(d) for d in docs]
    avg = sum(len(c) for c in cs) / len(cs)
    scores = []
    for c in cs:
        s = 0.0
        for q in query:
            df = sum(q in o for o in cs)
            s += math.log10(1 + (len(cs) - df + 0.5) / (df + 0.5)) * c[q] * (k1 + 1) / (
                c[q] + k1 * (1 - b + b * len(c) / avg))
        scores.append(s)
    return scores
