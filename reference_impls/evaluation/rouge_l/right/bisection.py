# slip: none
from bisect import bisect_left
from collections import defaultdict
def rouge_l(candidate, reference):
    where = defaultdict(list)
    for j, t in enumerate(reference):
        where[t].append(j)
    tails = []
    for t in candidate:
        for j in reversed(where.get(t, [])):
            p = bisect_left(tails, j)
            tails[p:p+1] = [j]
    total = len(candidate) + len(reference)
    return 2.0 * len(tails) / total if total else 0.0
