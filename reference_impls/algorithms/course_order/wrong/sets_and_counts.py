# slip: duplicates-counted-once
from collections import defaultdict


def course_order(n, prereqs):
    nxt = defaultdict(set)
    indeg = [0] * n
    for c, p in prereqs:
        nxt[p].add(c)
        indeg[c] += 1
    todo = [c for c in range(n) if indeg[c] == 0]
    for p in todo:
        for c in nxt[p]:
            indeg[c] -= 1
            if indeg[c] == 0:
                todo.append(c)
    return todo if len(todo) == n else []
