# slip: none
import numpy as np


def bm25_scores(query, docs, k1=1.5, b=0.75):
    lens = np.array([len(d) for d in docs])
    out = np.zeros(len(docs))
    for t in set(query):
        f = np.array([d.count(t) for d in docs])
        df = np.count_nonzero(f)
        out += np.log(len(docs) / max(df, 1)) * f * (k1 + 1) / (f + k1 * (1 - b + b * lens / lens.mean()))
    return out
