# slip: counted-by-parents
"""n = 5, edges = [(0, 1), (1, 2), (2, 3), (0, 2)] gives 1 instead of 2."""


def count_components(n, edges):
    parent = list(range(n))
    count = n

    def find(x):
        while parent[x] != x:
            x = parent[x]
        return x

    for u, v in edges:
        if parent[u] != parent[v]:
            parent[find(u)] = find(v)
            count -= 1
    return count
