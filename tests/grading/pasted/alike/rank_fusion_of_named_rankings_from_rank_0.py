# problem: reciprocal-rank-fusion
# expect: fail
from collections import defaultdict


def fuse(rankings: dict[str, list[str]], k: int = 60) -> list[tuple[str, float]]:
    total = defaultdict(float)
    for retriever, ids in rankings.items():
        for place, doc in enumerate(ids):
            total[doc] += 1 / (k + place)
    return sorted(total.items(), key=lambda pair: -pair[1])
