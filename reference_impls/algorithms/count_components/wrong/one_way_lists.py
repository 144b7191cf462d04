# slip: along-the-direction
from collections import defaultdict, deque


def count_components(n, edges):
    graph = defaultdict(list)
    for u, v in edges:
        graph[u].append(v)
    visited = [False] * n
    res = 0
    for i in range(n):
        if not visited[i]:
            res += 1
            visited[i] = True
            q = deque([i])
            while q:
                for v in graph[q.popleft()]:
                    if not visited[v]:
                        visited[v] = True
                        q.append(v)
    return res
