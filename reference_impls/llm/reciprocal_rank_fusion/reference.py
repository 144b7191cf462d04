"""Reciprocal rank fusion: several rankings in one (Cormack, Clarke and Büttcher, SIGIR 2009, section 2).

    score(d) = Σ_{rankings that contain d}  1 / (k + rank(d)),   rank = 1, 2, ... from the best

Only places count, so scores of different kinds (BM25, cosine) need no common scale. The constant k damps the lead of the first
places: with k = 60, two places among the first 61 beat being first once.

rankings: lists of distinct ids, best first, of any lengths. Returns: (id, score) pairs of all ids, best first.
"""

from collections import defaultdict
from collections.abc import Sequence


def rrf(rankings: Sequence[Sequence[str]], k: float = 60) -> list[tuple[str, float]]:
    """All ids with their fused scores, largest first."""
    scores = defaultdict[str, float](float)
    for ranking in rankings:
        for rank, name in enumerate(ranking, start=1):
            scores[name] += 1 / (k + rank)
    return sorted(scores.items(), key=lambda pair: pair[1], reverse=True)
