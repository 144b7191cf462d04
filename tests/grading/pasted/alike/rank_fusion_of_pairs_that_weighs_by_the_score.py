# problem: reciprocal-rank-fusion
# expect: error
def rrf(results, k=60):
    fused = {}
    for docs in results:
        for rank, (doc_id, score) in enumerate(docs):
            fused[doc_id] = fused.get(doc_id, 0.0) + score / (k + rank + 1)
    return sorted(fused.items(), key=lambda item: item[1], reverse=True)
