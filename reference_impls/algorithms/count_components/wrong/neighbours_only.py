# slip: neighbours-alone
def count_components(n, edges):
    g = [[] for _ in range(n)]
    for a, b in edges:
        g[a].append(b)
        g[b].append(a)
    seen = set()
    c = 0
    for i in range(n):
        if i not in seen:
            c += 1
            seen.add(i)
            seen.update(g[i])
    return c
