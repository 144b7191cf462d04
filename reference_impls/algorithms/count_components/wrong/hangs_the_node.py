# slip: node-hung-below
def count_components(n, edges):
    p = list(range(n))
    def find(x):
        while p[x] != x:
            x = p[x]
        return x
    for a, b in edges:
        if find(a) != find(b):
            p[a] = find(b)
    return len({find(x) for x in range(n)})
