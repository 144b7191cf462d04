def rrf(result_lists, c=60):
    """In the manner of an ensemble retriever: scores first, then the unique documents sorted by them."""
    rrf_score = {}
    for doc_list in result_lists:
        for rank, doc in enumerate(doc_list, start=1):
            if doc not in rrf_score:
                rrf_score[doc] = 0.0
            rrf_score[doc] += 1.0 * (1 / (rank + c))
    all_docs = []
    for doc_list in result_lists:
        for doc in doc_list:
            if doc not in all_docs:
                all_docs.append(doc)
    return [[doc, rrf_score[doc]] for doc in sorted(all_docs, key=lambda d: rrf_score[d], reverse=True)]
