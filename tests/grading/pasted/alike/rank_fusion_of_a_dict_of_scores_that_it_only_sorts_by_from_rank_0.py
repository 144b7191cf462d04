# problem: reciprocal-rank-fusion
# expect: fail
# says: counts ranks from 0
def fuse(search_results_dict, k=60):
    fused = {}
    for query, doc_scores in search_results_dict.items():
        for rank, (doc, score) in enumerate(sorted(doc_scores.items(), key=lambda x: x[1], reverse=True)):
            fused[doc] = fused.get(doc, 0) + 1 / (rank + k)
    return {d: s for d, s in sorted(fused.items(), key=lambda x: x[1], reverse=True)}
