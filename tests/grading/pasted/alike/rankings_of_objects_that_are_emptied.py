# problem: reciprocal-rank-fusion
# expect: fail
# says: changes its argument rankings in place
from dataclasses import dataclass

@dataclass
class Hit:
    doc_id: str
    score: float = 0.0

def fuse(result_lists: list[list[Hit]], k: int = 60):
    fused = {}
    for hits in result_lists:
        rank = 0
        while hits:
            hit = hits.pop(0)
            rank += 1
            fused[hit.doc_id] = fused.get(hit.doc_id, 0.0) + 1 / (k + rank)
    return sorted(fused.items(), key=lambda item: item[1], reverse=True)
