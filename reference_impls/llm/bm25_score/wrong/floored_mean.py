# slip: mean-rounded-down
import math
def bm25_scores(query, docs, k1=1.5, b=0.75):
    N = len(docs)
    avg = sum(len(d) for d in docs) // N
    out = []
    for d in docs:
        s = 0.0
        for q in query:
            df = sum(1 for doc in docs if q in doc)
            idf = math.log(1 + (N - df + 0.5) / (df + 0.5))
            tf = d.count(q)
            s += idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * len(d) / avg))
        out.append(s)
    return out
