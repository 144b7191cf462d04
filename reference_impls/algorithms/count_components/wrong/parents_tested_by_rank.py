# slip: counted-by-parents-by-rank
def count_components(n, edges):
    root, rank, count = list(range(n)), [0] * n, n

    def find(x):
        if root[x] != x:
            root[x] = find(root[x])
        return root[x]

    for u, v in edges:
        if root[u] == root[v]:
            continue
        ru, rv = find(u), find(v)
        if rank[ru] > rank[rv]:
            root[rv] = ru
        elif rank[ru] < rank[rv]:
            root[ru] = rv
        else:
            root[rv] = ru
            rank[ru] += 1
        count -= 1
    return count
