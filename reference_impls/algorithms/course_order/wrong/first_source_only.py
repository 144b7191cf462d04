# slip: one-start-alone
from collections import deque


def course_order(n, prereqs):
    graph = {c: [] for c in range(n)}
    indeg = [0] * n
    for course, pre in prereqs:
        graph[pre].append(course)
        indeg[course] += 1
    start = next((c for c in range(n) if indeg[c] == 0), None)
    if start is None:
        return []
    queue, out = deque([start]), []
    while queue:
        c = queue.popleft()
        out.append(c)
        for d in graph[c]:
            indeg[d] -= 1
            if not indeg[d]:
                queue.append(d)
    return out if len(out) == n else []
