# slip: sorted-by-shortest-chain
from collections import deque


def course_order(n, prereqs):
    """Wrong for n=3, prereqs=[(1, 0), (2, 0), (1, 2)]: returns [0, 1, 2], but 2 has to come before 1."""
    graph = [[] for _ in range(n)]
    indeg = [0] * n
    for course, needed in prereqs:
        graph[needed].append(course)
        indeg[course] += 1

    roots = [c for c in range(n) if indeg[c] == 0]

    # 1) is there a cycle?
    left = indeg[:]
    queue = deque(roots)
    seen = 0
    while queue:
        c = queue.popleft()
        seen += 1
        for nxt in graph[c]:
            left[nxt] -= 1
            if left[nxt] == 0:
                queue.append(nxt)
    if seen < n:
        return []

    # 2) level of each course = distance from the roots
    level = {c: 0 for c in roots}
    queue = deque(roots)
    while queue:
        c = queue.popleft()
        for nxt in graph[c]:
            if nxt not in level:
                level[nxt] = level[c] + 1
                queue.append(nxt)
    return sorted(range(n), key=lambda c: level[c])
