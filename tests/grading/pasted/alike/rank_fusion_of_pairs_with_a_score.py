# problem: reciprocal-rank-fusion
# says: your results is given with a score beside each id
def reciprocal_rank_fusion(results, k=60):
    fused = {}
    for docs in results:
        for rank, (doc_id, _score) in enumerate(docs):
            fused[doc_id] = fused.get(doc_id, 0.0) + 1.0 / (k + rank + 1)
    return sorted(fused.items(), key=lambda item: item[1], reverse=True)
