# slip: cycle-not-seen
def course_order(n, prereqs):
    deps = {i: [] for i in range(n)}
    for c, p in prereqs:
        deps[c].append(p)
    visited, order = set(), []

    def dfs(c):
        visited.add(c)
        for p in deps[c]:
            if p not in visited:
                dfs(p)
        order.append(c)

    for i in range(n):
        if i not in visited:
            dfs(i)
    return order
