# slip: reversed
from collections import defaultdict, deque


def course_order(n, prereqs):
    graph = defaultdict(list)
    indegree = [0] * n
    for a, b in prereqs:
        graph[a].append(b)
        indegree[b] += 1
    q = deque([i for i in range(n) if indegree[i] == 0])
    out = []
    while q:
        node = q.popleft()
        out.append(node)
        for nxt in graph[node]:
            indegree[nxt] -= 1
            if indegree[nxt] == 0:
                q.append(nxt)
    return out if len(out) == n else []
