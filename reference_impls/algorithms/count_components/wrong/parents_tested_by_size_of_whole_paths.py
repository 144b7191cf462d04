# slip: counted-by-parents-by-size-of-whole-paths
def count_components(n, edges):
    up, weight, groups = [*range(n)], [1] * n, n

    def top(x):
        return x if up[x] == x else top(up[x])

    for u, v in edges:
        if up[u] == up[v]:
            continue
        u, v = top(u), top(v)
        if weight[v] > weight[u]:
            u, v = v, u
        up[v] = u
        weight[u] += weight[v]
        groups -= 1
    return groups
