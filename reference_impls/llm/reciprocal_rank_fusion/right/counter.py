from collections import Counter


def rrf(rankings, k=60):
    fused = Counter()
    for hits in rankings:
        fused.update({doc: 1.0 / (k + i + 1) for i, doc in enumerate(hits)})
    return fused.most_common()
