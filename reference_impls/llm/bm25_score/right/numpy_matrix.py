import numpy as np


def bm25_scores(query, docs, k1=1.5, b=0.75):
    if not len(query):
        return np.zeros(len(docs))
    tf = np.array([[doc.count(t) for t in query] for doc in docs], dtype=float)
    length = np.array([len(doc) for doc in docs], dtype=float)
    df = (tf > 0).sum(axis=0)
    idf = np.log1p((len(docs) - df + 0.5) / (df + 0.5))
    norm = k1 * (1 - b + b * length / length.mean())
    return (idf * tf * (k1 + 1) / (tf + norm[:, None])).sum(axis=1)
