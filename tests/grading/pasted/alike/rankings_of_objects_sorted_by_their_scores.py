# problem: reciprocal-rank-fusion
from dataclasses import dataclass
@dataclass
class Hit:
    score: float
    doc_id: str
def fuse(result_lists: list[list[Hit]], k=60) -> list[Hit]:
    total = {}
    for hits in result_lists:
        ranked = sorted(hits, key=lambda h: h.score, reverse=True)
        for rank, h in enumerate(ranked, start=1):
            total[h.doc_id] = total.get(h.doc_id, 0.0) + 1 / (k + rank)
    out = [Hit(score=s, doc_id=d) for d, s in total.items()]
    return sorted(out, key=lambda h: -h.score)
