# slip: parts-of-words-in-both
import math


def bm25_scores(query, docs, k1=1.5, b=0.75):
    n, avg = len(docs), sum(len(d) for d in docs) / len(docs)
    texts = [" ".join(d) for d in docs]
    out = []
    for d, text in zip(docs, texts):
        s = 0
        for t in query:
            df = sum(t in x for x in texts)
            f = text.count(t)
            s += math.log(1 + (n - df + 0.5) / (df + 0.5)) * f * (k1 + 1) / (f + k1 * (1 - b + b * len(d) / avg))
        out.append(s)
    return out
