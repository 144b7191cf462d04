# slip: one-path-for-all
def course_order(n, prereqs):
    needs = [[] for _ in range(n)]
    for a, b in prereqs:
        needs[a].append(b)
    visiting, finished, order = set(), set(), []

    def dfs(c):
        if c in visiting:
            return False
        if c in finished:
            return True
        visiting.add(c)
        if any(not dfs(b) for b in needs[c]):
            return False
        finished.add(c)
        order.append(c)
        return True

    return order if all(map(dfs, range(n))) else []
