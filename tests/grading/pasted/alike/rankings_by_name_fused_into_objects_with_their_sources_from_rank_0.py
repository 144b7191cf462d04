# problem: reciprocal-rank-fusion
# expect: fail
# says: rank
from dataclasses import dataclass


@dataclass(frozen=True)
class Fused:
    chunk: str
    score: float
    sources: list[str]


def fuse(rankings: dict[str, list[str]], k: int = 60) -> list[Fused]:
    totals: dict[str, float] = {}
    sources: dict[str, list[str]] = {}
    for source, ids in rankings.items():
        for place, chunk in enumerate(ids):
            totals[chunk] = totals.get(chunk, 0.0) + 1.0 / (k + place)
            sources.setdefault(chunk, []).append(source)
    found = [Fused(chunk=chunk, score=score, sources=sources[chunk]) for chunk, score in totals.items()]
    return sorted(found, key=lambda one: -one.score)
