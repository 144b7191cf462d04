# slip: none
import numpy as np


def bm25_scores(query, docs, k1=1.5, b=0.75):
    lens = np.array([len(d) for d in docs])
    out = np.zeros(len(docs))
    for t in query:
        f = np.array([d.count(t) for d in docs])
        df = np.count_nonzero(f)
        out += np.log(1 + (len(docs) - df + 0.5) / (df + 0.5)) * f / (f + k1 * (b + (1 - b) * lens / lens.mean()))
    return out
