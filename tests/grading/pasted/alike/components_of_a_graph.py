# problem: count-components
def count(graph):
    n, seen, c = graph.n, set(), 0
    near = {i: [] for i in range(n)}
    for a, b in graph.edges:
        near[a].append(b); near[b].append(a)
    for i in range(n):
        if i in seen: continue
        c += 1
        stack = [i]
        while stack:
            k = stack.pop()
            if k in seen: continue
            seen.add(k)
            stack += near[k]
    return c
