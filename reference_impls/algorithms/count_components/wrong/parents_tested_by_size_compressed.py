# slip: counted-by-compressed-parents-by-size
def count_components(n, edges):
    up, weight, groups = [*range(n)], [1] * n, n

    def top(x):
        if up[x] != x:
            up[x] = top(up[x])
        return up[x]

    for u, v in edges:
        if up[u] != up[v]:
            ru, rv = top(u), top(v)
            if weight[ru] < weight[rv]:
                up[ru] = rv
                weight[rv] += weight[ru]
            else:
                up[rv] = ru
                weight[ru] += weight[rv]
            groups -= 1
    return groups
