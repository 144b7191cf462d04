"""BM25: how well each document matches a query (Robertson and Zaragoza 2009, The Probabilistic Relevance Framework: BM25 and
Beyond, section 3.5; the idf that is never negative is Lucene's).

    score(D) = Σ_{q in query}  idf(q) · tf (k1 + 1) / ( tf + k1 (1 - b + b |D| / avg) )

    idf(q) = ln( 1 + (N - df + 0.5) / (df + 0.5) )

tf: how often D has q; df: how many of the N documents have it; |D|: number of D's tokens, avg their mean. The factor of tf rises
from 0 to k1 + 1, so a word that comes often can't outweigh all others. b says how much long documents are discounted.

query: tokens, each counted as often as it comes; docs: lists of tokens, none empty. Returns: one score per document.
"""

import math
from collections import Counter
from collections.abc import Sequence


def bm25_scores(query: Sequence[str], docs: Sequence[Sequence[str]], k1: float = 1.5, b: float = 0.75) -> list[float]:
    """The score of each document for the query."""
    N = len(docs)
    counts = [Counter(doc) for doc in docs]
    avg = sum(map(len, docs)) / N
    scores = [0.0] * N
    for token in query:
        df = sum(token in count for count in counts)
        idf = math.log(1 + (N - df + 0.5) / (df + 0.5))
        for i, count in enumerate(counts):
            tf = count[token]
            scores[i] += idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * len(docs[i]) / avg))
    return scores
