# problem: reciprocal-rank-fusion
def reciprocal_rank_fusion(results: list[list[dict]], k=60):
    fused = {}
    for docs in results:
        for rank, doc in enumerate(docs):
            fused[doc["id"]] = fused.get(doc["id"], 0) + 1 / (k + rank + 1)
    return [{"id": key, "score": s} for key, s in sorted(fused.items(), key=lambda x: x[1], reverse=True)]
