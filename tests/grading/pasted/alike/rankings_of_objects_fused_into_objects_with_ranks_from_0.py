# problem: reciprocal-rank-fusion
# expect: fail
# says: counts ranks from 0
from dataclasses import dataclass

@dataclass(frozen=True)
class SearchResult:
    doc_id: str
    score: float

def rrf(result_lists: list[list[SearchResult]], k: int = 60) -> list[SearchResult]:
    fused: dict[str, float] = {}
    for results in result_lists:
        for rank, hit in enumerate(results):
            fused[hit.doc_id] = fused.get(hit.doc_id, 0.0) + 1.0 / (k + rank)
    ordered = sorted(fused.items(), key=lambda item: item[1], reverse=True)
    return [SearchResult(doc_id=d, score=s) for d, s in ordered]
