import torch


def bm25_scores(query, docs, k1=1.5, b=0.75):
    vocab = {w: i for i, w in enumerate(sorted({w for d in docs for w in d} | set(query)))}
    tf = torch.zeros(len(docs), len(vocab) + 1)
    for i, d in enumerate(docs):
        for w in d:
            tf[i, vocab[w]] += 1
    n = len(docs)
    df = (tf > 0).sum(0)
    idf = ((n + 1) / (df + 0.5)).log()
    lengths = tf.sum(1, keepdim=True)
    weights = idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * lengths / lengths.mean()))
    q = torch.zeros(len(vocab) + 1)
    for w in query:
        q[vocab[w]] += 1
    return weights @ q
