# slip: one-waits-for-each
from collections import deque


def course_order(n, prereqs):
    follower = {p: c for c, p in prereqs}
    indegree = [0] * n
    for c in follower.values():
        indegree[c] += 1
    queue = deque(c for c in range(n) if not indegree[c])
    order = []
    while queue:
        p = queue.popleft()
        order.append(p)
        if p in follower:
            c = follower[p]
            indegree[c] -= 1
            if not indegree[c]:
                queue.append(c)
    return order if len(order) == n else []
