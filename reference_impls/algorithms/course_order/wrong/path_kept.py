# slip: none
from collections import defaultdict


def course_order(n, prereqs):
    graph = defaultdict(list)
    for a, b in prereqs:
        graph[a].append(b)
    out = []
    done = set()

    def dfs(v, on_path):
        if v in on_path:
            return False
        if v in done:
            return True
        on_path.add(v)
        for w in graph[v]:
            if not dfs(w, on_path):
                return False
        done.add(v)
        out.append(v)
        return True

    for v in range(n):
        if not dfs(v, set()):
            return []
    return out
